import { readEditor } from "../../src/data/editor.js";
import { UNKNOWN_EDITOR } from "../../src/lib/site/editor.js";
import { LOCAL_ADDRESS, siteAddress } from "./announce/address.js";
import { siteTheme } from "./frame/theme.js";

/** What the environment asks of a site, when it is not the default: the site is made anew when it changes. */
export function siteSettings(): Record<string, unknown> {
  const [theme, address, editor] = [siteTheme(), siteAddress(), readEditor()];
  return {
    ...(theme === "neutre" ? {} : { theme }),
    ...(address === LOCAL_ADDRESS ? {} : { address }),
    ...(JSON.stringify(editor) === JSON.stringify(UNKNOWN_EDITOR) ? {} : { editor }),
  };
}

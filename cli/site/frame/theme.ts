import { VigieError } from "../../../src/lib/error.js";

/**
 * Looks of the site. `etat` is the State’s design system, which entitled entities alone may ship
 * (DSFR, doc/legal/cgu.md, art. 1: the entity decides, not the domain name); `neutre` is for anybody.
 */
export type Theme = "neutre" | "etat";

const THEMES: readonly Theme[] = ["neutre", "etat"];

/**
 * Theme asked for by `VIGIE_THEME`; neutral when nothing is asked.
 *
 * @throws VigieError `unknown-theme`.
 */
export function siteTheme(asked = process.env.VIGIE_THEME): Theme {
  if (!asked) return "neutre";
  const theme = THEMES.find((one) => one === asked);
  if (!theme) throw unknownTheme(asked);
  return theme;
}

/** Class of a part of the frame: the same parts in both themes, the State’s under its own names. */
export function frameClass(theme: Theme, part: string): string {
  return `${theme === "etat" ? "fr" : "vigie"}-${part}`;
}

function unknownTheme(asked: string): VigieError {
  return new VigieError(
    "unknown-theme",
    `VIGIE_THEME vaut « ${asked} », qui n’est pas un thème`,
    `Choisissez parmi : ${THEMES.join(", ")} ; ou retirez la variable.`,
    2,
  );
}

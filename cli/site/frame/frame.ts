import { posix } from "node:path";
import { skipLinks } from "./skipLinks.js";
import { frameClass, type Theme } from "./theme.js";

/** What is put around the pages of a site, besides what each says. */
export interface Dress {
  theme: Theme;
  /** Address in the site of the sheet of the State’s design system, in that theme. */
  sheet?: string;
}

export const NEUTRAL: Dress = { theme: "neutre" };

const HEADER = /\n?<header id="observablehq-header">\n([\s\S]*?)\n<\/header>/;
const FOOTER =
  /<footer id="observablehq-footer">(\n<nav>[\s\S]*?<\/nav>)?(?:\n<div>([\s\S]*?)<\/div>)?\n<\/footer>/;
/** The button of the menu, what closes it from outside, and the menu. */
const SIDEBAR =
  /<input id="observablehq-sidebar-toggle"[\s\S]*?<nav id="observablehq-sidebar"[\s\S]*?<\/nav>/;

/**
 * Puts around a page of Framework the frame of a public service: quick access, header over the whole
 * width, menu, content, footer over the whole width, in the order of the DSFR’s skeleton. The
 * pager leaves the footer for the end of the content. Both themes have the same elements.
 */
export function withFrame(html: string, path: string, { theme, sheet }: Dress): string {
  const c = (part: string) => `class="${frameClass(theme, part)}"`;
  const header = HEADER.exec(html)?.[1] ?? "";
  const [footerBlock = "", pager, footer = ""] = FOOTER.exec(html) ?? [];
  const aside = pager ? `<div id="observablehq-footer">${pager}\n</div>` : "";
  const before = `${skipLinks(theme)}\n<header role="banner" ${c("header")}>${header}</header>\n<div ${c("body")}>`;
  const after = `</div>\n<footer role="contentinfo" id="footer" ${c("footer")}>${footer}</footer>`;
  // Functions, since what they return may hold « $ ».
  const framed = html
    .replace(HEADER, "")
    .replace(footerBlock, () => aside)
    .replace(SIDEBAR, (menu) => sideMenu(menu, theme))
    .replace("<body>", () => `<body>\n${before}`)
    .replace("</body>", () => `${after}\n</body>`);
  return sheet ? withSheet(framed, path, sheet) : framed;
}

/** One landmark for the menu and its button. */
function sideMenu(menu: string, theme: Theme): string {
  const inside = menu
    .replace("<nav id=", "<div id=")
    .replace(/<\/nav>$/, "</div>")
    .replaceAll('<li class="obs', `<li class="${frameClass(theme, "sidemenu__item")} obs`)
    .replaceAll(/observablehq-link-active"><a /g, '$&aria-current="page" ')
    .replaceAll(/"><a /g, `$&class="${frameClass(theme, "sidemenu__link")}" `);
  return `<nav id="menu" class="${frameClass(theme, "sidemenu")}" aria-label="Menu principal">\n${inside}\n</nav>`;
}

/** Before the sheets of the pages, which have the last word but where the State’s says more. */
function withSheet(html: string, path: string, sheet: string): string {
  const address = posix.relative(posix.dirname(path), sheet);
  const link = `<link rel="stylesheet" href="${address}">`;
  const first = html.search(/\n<link /);
  const headed = `${html.slice(0, first)}\n${link}${html.slice(first)}`;
  return headed.replace("<html", '<html data-fr-scheme="system"');
}

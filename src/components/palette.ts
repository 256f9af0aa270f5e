import { colourSheet } from "../lib/colours.js";

let adopted = false;

/** Gives the page the colour variables, once; a constructed sheet needs no exception in the CSP. */
export function adoptPalette(): void {
  if (adopted) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(colourSheet());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  adopted = true;
}

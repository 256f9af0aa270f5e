import { frameClass, type Theme } from "./theme.js";

/** Where the links of quick access lead, in the order of the page. */
const TARGETS: readonly (readonly [name: string, anchor: string])[] = [
  ["Contenu", "observablehq-main"],
  ["Menu", "menu"],
  ["Pied de page", "footer"],
];

/** First thing of every page (RGAA 4.1, criterion 12.7; DSFR, component « Liens d’évitement »). */
export function skipLinks(theme: Theme): string {
  const c = (part: string) => `class="${frameClass(theme, part)}"`;
  const items = TARGETS.map(
    ([name, anchor]) => `<li><a ${c("link")} href="#${anchor}">${name}</a></li>`,
  );
  return `<div ${c("skiplinks")}><nav ${c("container")} aria-label="Accès rapide"><ul ${c("skiplinks__list")}>${items.join("")}</ul></nav></div>`;
}

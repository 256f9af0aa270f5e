import { ACCESSIBILITY_MENTION } from "../../../src/lib/site/accessibility.js";
import { brand } from "./brand.js";
import { frameClass, type Theme } from "./theme.js";

/** Compulsory links of the footer, in this order (DSFR, component « Pied de page »). */
const STATE_LINKS: readonly (readonly [name: string, address: string])[] = [
  ["info.gouv.fr", "https://www.info.gouv.fr"],
  ["service-public.gouv.fr", "https://www.service-public.gouv.fr"],
  ["legifrance.gouv.fr", "https://www.legifrance.gouv.fr"],
  ["data.gouv.fr", "https://www.data.gouv.fr"],
];

/** Bottom list: the compulsory five, in this order, then ours. */
const DUTIES: readonly (readonly [name: string, address: string])[] = [
  ["Plan du site", "/plan-du-site"],
  [ACCESSIBILITY_MENTION, "/accessibilite"],
  ["Mentions légales", "/mentions-legales"],
  ["Données personnelles", "/donnees-personnelles"],
  ["Gestion des cookies", "/donnees-personnelles#cookies"],
  ["Écoconception", "/ecoconception"],
  ["Lexique", "/lexique"],
];

/** What the footer of every page holds, within its landmark. */
export function footerContent(theme: Theme, batch: string): string {
  const c = (part: string) => `class="${frameClass(theme, part)}"`;
  const state = STATE_LINKS.map(
    ([name, address]) =>
      `<li ${c("footer__content-item")}><a ${c("footer__content-link")} href="${address}" target="_blank" rel="noopener external" title="${name} – nouvelle fenêtre">${name}</a></li>`,
  );
  const duties = DUTIES.map(
    ([name, address]) =>
      `<li ${c("footer__bottom-item")}><a ${c("footer__bottom-link")} href="${address}">${name}</a></li>`,
  );
  return [
    `<div ${c("container")}><div ${c("footer__body")}>`,
    `<div ${c("footer__brand")}>${brand(theme)}</div>`,
    `<div ${c("footer__content")}>`,
    `<p ${c("footer__content-desc")}>Signaux Faibles, service public de détection des entreprises en difficulté · lot ${batch} · <a href="/donnees">D’où viennent ces chiffres ?</a></p>`,
    `<ul ${c("footer__content-list")}>${state.join("")}</ul>`,
    "</div></div>",
    `<div ${c("footer__bottom")}><ul ${c("footer__bottom-list")}>${duties.join("")}</ul>`,
    `<p ${c("footer__bottom-copy")}>Sauf mention explicite de propriété intellectuelle détenue par des tiers, les contenus de ce site sont proposés sous <a href="https://github.com/etalab/licence-ouverte/blob/master/LO.md" target="_blank" rel="noopener external" title="licence etalab-2.0 – nouvelle fenêtre">licence etalab-2.0</a></p>`,
    "</div></div>",
  ].join("");
}

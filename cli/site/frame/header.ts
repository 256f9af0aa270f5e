import { brand } from "./brand.js";
import { frameClass, type Theme } from "./theme.js";

/** Name of the service, the same on every page. */
export const SERVICE = "Signaux Faibles";

const TAGLINE = "Détecter tôt les entreprises en difficulté";

export interface HeaderFacts {
  theme: Theme;
  /** The site of entitled agents. */
  agents: boolean;
  /** The site of data scientists. */
  science: boolean;
  /** The companies and their figures are invented. */
  fictitious: boolean;
}

/** What the header of every page holds (DSFR, component « En-tête »), within its landmark. */
export function headerContent({ theme, agents, science, fictitious }: HeaderFacts): string {
  const c = (part: string) => `class="${frameClass(theme, part)}"`;
  return [
    `<div ${c("header__body")}><div ${c("container")}><div ${c("header__body-row")}>`,
    `<div ${c("header__brand")}>`,
    `<div ${c("header__brand-top")}><div ${c("header__logo")}>${brand(theme)}</div></div>`,
    `<div ${c("header__service")}>`,
    `<a href="/" title="Accueil – ${SERVICE}"><p ${c("header__service-title")}>${SERVICE}</p></a>`,
    `<p ${c("header__service-tagline")}>${TAGLINE}</p>`,
    "</div></div></div></div></div>",
    agents ? notice(theme, "alert", "Espace agents.", " Données confidentielles.") : "",
    science ? notice(theme, "alert", "Carnets.", " Données individuelles confidentielles.") : "",
    fictitious ? notice(theme, "warning", "Données fictives.", FICTITIOUS) : "",
  ].join("");
}

const FICTITIOUS = " Entreprises et chiffres inventés pour la démonstration.";

/** A band under the header (DSFR, component « Bandeau d’information importante »). */
function notice(theme: Theme, kind: "alert" | "warning", title: string, rest: string): string {
  const c = (part: string) => frameClass(theme, part);
  return `<div class="${c("notice")} ${c(`notice--${kind}`)}"><div class="${c("container")}"><p><strong class="${c("notice__title")}">${title}</strong>${rest}</p></div></div>`;
}

/** What agents say of a detection, by the code that the service keeps; an unknown code is shown as it is. */
export const RATING_REASONS: Readonly<Record<string, string>> = {
  "": "sans motif",
  contact_pris: "contact pris avec l’entreprise",
  deja_connue: "entreprise déjà connue",
  difficulte_inconnue: "difficulté jusque-là inconnue",
  donnees_depassees: "données dépassées",
  hors_champ: "hors du champ du service",
  situation_assainie: "situation assainie",
  suivi_engage: "accompagnement engagé",
};

/** Agents of no partner: the team itself and bodies that joined later. */
export const OTHER_PARTNER = "autre";

/** Partners whose agents use the service, by the code of their segment. */
export const PARTNERS: Readonly<Record<string, string>> = {
  bdf: "Banque de France",
  dge: "DGE",
  dgefp: "DGEFP",
  dgfip: "DGFiP",
  urssaf: "Urssaf",
  [OTHER_PARTNER]: "équipe du service et autres",
};

/** Bodies that a CODEFI redirects a company to; "" where it does not. */
export const REDIRECTIONS: Readonly<Record<string, string>> = {
  "": "aucune réorientation",
  ccsf: "commission des chefs de services financiers (CCSF)",
  mediation_credit: "médiation du crédit",
  region: "conseil régional",
  tribunal_de_commerce: "tribunal de commerce",
};

/** States of a follow-up. */
export const FOLLOW_UP_STATES: Readonly<Record<string, string>> = {
  in_progress: "en cours",
  under_surveillance: "sous surveillance",
  completed: "terminé",
};

/** Criticality of a follow-up, as agents set it. */
export const CRITICALITIES: Readonly<Record<string, string>> = {
  rouge: "rouge",
  orange: "orange",
  vert: "vert",
  "": "non renseignée",
};

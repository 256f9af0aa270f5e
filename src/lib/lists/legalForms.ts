/** Second level of the legal categories of INSEE (nomenclature of September 2022). */
const FORMS: Readonly<Record<string, string>> = {
  "10": "Entrepreneur individuel",
  "21": "Indivision",
  "22": "Société créée de fait",
  "23": "Société en participation",
  "24": "Fiducie",
  "27": "Paroisse hors zone concordataire",
  "28": "Assujetti unique à la TVA",
  "29": "Autre groupement sans personnalité morale",
  "31": "Personne morale étrangère immatriculée au RCS",
  "32": "Personne morale étrangère non immatriculée",
  "41": "Établissement public industriel ou commercial",
  "51": "Société coopérative commerciale",
  "52": "Société en nom collectif",
  "53": "Société en commandite",
  "54": "SARL",
  "55": "SA à conseil d’administration",
  "56": "SA à directoire",
  "57": "SAS",
  "58": "Société européenne",
  "61": "Caisse d’épargne et de prévoyance",
  "62": "Groupement d’intérêt économique",
  "63": "Société coopérative agricole",
  "64": "Société d’assurance mutuelle",
  "65": "Société civile",
  "69": "Autre personne morale de droit privé inscrite au RCS",
  "71": "Administration de l’État",
  "72": "Collectivité territoriale",
  "73": "Établissement public administratif",
  "74": "Autre personne morale de droit public",
  "81": "Organisme de protection sociale",
  "82": "Organisme mutualiste",
  "83": "Comité d’entreprise",
  "84": "Organisme professionnel",
  "85": "Organisme de retraite à adhésion non obligatoire",
  "91": "Syndicat de propriétaires",
  "92": "Association",
  "93": "Fondation",
  "99": "Autre personne morale de droit privé",
};

/** Family of a legal category, its first two digits: `5710` gives `57`. */
export const legalFamily = (category: string): string => category.slice(0, 2);

/** French name of a legal category or of its family, the code itself when it is not one. */
export function legalForm(category: string): string {
  return FORMS[legalFamily(category)] ?? category;
}

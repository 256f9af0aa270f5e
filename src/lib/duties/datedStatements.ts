import type { DocumentId } from "./documents.js";

/** What a founding document stated or aimed at on its day; never a result of today. */
export interface DatedStatement {
  kind: "constat" | "objectif";
  text: string;
  document: DocumentId;
  /** Number of the duty that quotes it. */
  duty: number;
}

export const DATED_STATEMENTS: readonly DatedStatement[] = [
  {
    kind: "objectif",
    text: "2 à 5 détections par mois en Bourgogne-Franche-Comté",
    document: "eig2016",
    duty: 50,
  },
  {
    kind: "constat",
    text: "plus de 300 000 établissements traités, contre 8 000 fin 2018 et 20 000 début 2019",
    document: "convention2020",
    duty: 41,
  },
  {
    kind: "constat",
    text: "listes livrées dans chacune des régions métropolitaines selon le calendrier",
    document: "convention2020",
    duty: 42,
  },
  {
    kind: "constat",
    text: "plus de 200 types de profils d’accès gérés",
    document: "convention2020",
    duty: 43,
  },
  {
    kind: "objectif",
    text: "trois projets en pré-incubation et un nouveau service, choisis en novembre 2019",
    document: "avenant2019",
    duty: 58,
  },
];

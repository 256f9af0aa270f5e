/** What a column is counted in; `—` for a text that is neither counted nor coded. */
export const UNITS = [
  "€",
  "jours",
  "heures",
  "mois",
  "année",
  "%",
  "rapport",
  "salariés",
  "équivalents temps plein",
  "nombre",
  "degrés",
  "oui/non",
  "code",
  "identifiant",
  "date",
  "instant",
  "—",
] as const;

export type Unit = (typeof UNITS)[number];

/** What every column says of itself, in French: the data dictionary is made from it. */
export interface Described {
  description: string;
  unit: Unit;
}

declare module "zod" {
  interface GlobalMeta {
    /** Unit of the values in the table, which may not be that of the file. */
    unit?: Unit;
    /** First month the column is sent, `AAAA-MM`, when it is later than its source. */
    since?: string;
  }
}

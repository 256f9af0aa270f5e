import { PUBLISHED_COLUMNS } from "../diffusion/publishedRows.js";
import { PERIODICITY_LABELS } from "./periodicity.js";

/** A column of a published table, as it is told to who writes SQL. */
export interface PublishedColumn {
  name: string;
  type: "VARCHAR" | "DOUBLE";
  description: string;
}

const text = (name: string, description: string): PublishedColumn => ({
  name,
  type: "VARCHAR",
  description,
});

const periodicities = Object.entries(PERIODICITY_LABELS)
  .map(([code, label]) => `${code} (${label.toLowerCase()})`)
  .join(", ");

const DESCRIPTIONS: Readonly<Record<(typeof PUBLISHED_COLUMNS)[number], string>> = {
  periodicite: periodicities,
  periode: "2026-09, 2026-T3 ou 2026",
  niveau_territoire: "france, region ou departement",
  territoire: "code, dont le nom est dans la table territoires",
  niveau_secteur: "total, A10, A21, A38 ou A88 : le plus grossier de la NAF qui isole ce secteur",
  secteur: "code, dont le nom est dans la table secteurs",
  taille: "total, ou une tranche d’effectif de la table tailles",
  valeur: "vide lorsqu’elle n’est pas publiée",
  statut: "publie, secret ou indisponible",
};

/** Columns of the table of each indicator, in the order of its file. */
export const INDICATOR_COLUMNS: readonly PublishedColumn[] = PUBLISHED_COLUMNS.map((name) => ({
  name,
  type: name === "valeur" ? "DOUBLE" : "VARCHAR",
  description: DESCRIPTIONS[name],
}));

/** Tables of labels, to join by code. */
export const REFERENCE_COLUMNS = {
  indicateurs: [
    text("indicateur", "nom de la table de l’indicateur"),
    text("libelle", "son nom en français"),
    text("unite", "unité de ses valeurs"),
    text("definition", "ce qu’il compte"),
  ],
  territoires: [
    text("territoire", "code"),
    text("libelle", "nom"),
    text("niveau", "france, region ou departement"),
    text("parent", "code de la région d’un département, FR pour une région"),
  ],
  secteurs: [
    text("secteur", "code"),
    text("libelle", "nom"),
    text("niveau", "total, A10, A21, A38 ou A88"),
    text("parent", "code du secteur qui le contient"),
  ],
  tailles: [text("taille", "code"), text("libelle", "tranche d’effectif")],
} as const satisfies Record<string, readonly PublishedColumn[]>;

export type ReferenceTable = keyof typeof REFERENCE_COLUMNS;

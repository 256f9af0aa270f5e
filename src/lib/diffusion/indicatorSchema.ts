import type { DictionaryColumn } from "../dictionary/dictionary.js";
import { type TableSchema, tableSchema } from "../dictionary/tableSchema.js";
import type { Indicator } from "../indicators.js";
import { NAF_LEVELS, NAF_NODES } from "../naf.js";
import { SIZE_CLASSES } from "../sizeClasses.js";
import { schemaColumn } from "./openSchema.js";
import {
  EVERY_SECTOR_LEVEL,
  EVERY_SIZE_CODE,
  PERIODICITIES,
  STATUSES,
  TERRITORY_LEVELS,
} from "./publishedRows.js";
import { SECTORS_TABLE, TERRITORIES_TABLE } from "./references.js";

/** A Table Schema that says which table its codes are explained in. */
export interface LinkedSchema extends TableSchema {
  foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[];
}

/** Columns that tell two rows of an indicator apart. */
export const CELL_KEY = [
  "periodicite",
  "periode",
  "niveau_territoire",
  "territoire",
  "secteur",
  "taille",
] as const;

/**
 * Table Schema of the files of an indicator (https://datapackage.org/standard/table-schema/).
 * `territories`: every code a row may have, from the reference table.
 */
export function indicatorSchema(
  { label, unit, kind, definition, formula, caveat }: Indicator,
  territories: readonly string[],
): LinkedSchema {
  const columns: DictionaryColumn[] = [
    codes("periodicite", PERIODICITIES, "M : mois ; T : trimestre ; A : année."),
    schemaColumn({
      name: "periode",
      description: "Mois (2026-09), trimestre (2026-T3) ou année (2026) de la valeur.",
      pattern: "\\d{4}(-(0[1-9]|1[0-2])|-T[1-4])?",
    }),
    codes("niveau_territoire", TERRITORY_LEVELS, "Niveau du territoire."),
    codes(
      "territoire",
      [...new Set(territories)],
      "FR, ou code de la région ou du département (Code officiel géographique) ; se lit avec le niveau.",
    ),
    codes(
      "niveau_secteur",
      [EVERY_SECTOR_LEVEL, ...NAF_LEVELS],
      "Niveau le plus agrégé de la NAF rév. 2 où ce secteur existe, ou total.",
    ),
    codes(
      "secteur",
      NAF_NODES.map(({ code }) => code),
      "Code du secteur, expliqué dans la table des secteurs ; Total : tous secteurs.",
    ),
    codes(
      "taille",
      [EVERY_SIZE_CODE, ...SIZE_CLASSES.map(({ code }) => code)],
      "Tranche d’effectif de l’entreprise, en salariés ; total : toutes tailles.",
    ),
    schemaColumn({
      name: "valeur",
      type: "number",
      unit,
      nullable: true,
      minimum: kind === "rate" ? null : 0,
      description: `${label}. ${definition} Formule : ${formula}. À savoir : ${caveat} Vide quand la valeur n’est pas publiée.`,
    }),
    codes(
      "statut",
      STATUSES,
      "publie : la valeur est donnée ; secret : elle est masquée au titre du secret statistique ou fiscal ; indisponible : la source ne dit rien.",
    ),
  ];
  return {
    ...tableSchema({ columns, key: [...CELL_KEY] }),
    foreignKeys: [
      link(["niveau_territoire", "territoire"], TERRITORIES_TABLE, ["niveau", "code"]),
      link(["secteur"], SECTORS_TABLE, ["code"]),
    ],
  };
}

function codes(name: string, values: readonly string[], description: string): DictionaryColumn {
  return schemaColumn({ name, values: [...values], description });
}

function link(fields: string[], resource: string, to: string[]): LinkedSchema["foreignKeys"][0] {
  return { fields, reference: { resource, fields: to } };
}

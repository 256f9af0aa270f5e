import type { Dictionary } from "./dictionary.js";
import { type TableSchema, tableSchema } from "./tableSchema.js";

/** Profile a Data Package follows. */
export const DATA_PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

export interface DataPackage {
  $schema: string;
  name: string;
  title: string;
  description: string;
  resources: {
    name: string;
    title: string;
    path: string;
    format: "parquet";
    mediatype: "application/vnd.apache.parquet";
    schema: TableSchema;
  }[];
}

/**
 * Data Package of a snapshot: its tables, each with its schema, at the names they have there
 * (https://datapackage.org/standard/data-package/).
 */
export function dataPackage({ tables }: Dictionary): DataPackage {
  return {
    $schema: DATA_PACKAGE_PROFILE,
    name: "vigie-instantane",
    title: "Instantané d’un lot de Signaux Faibles",
    description:
      "Tables d’un lot, telles que lues dans les fichiers des partenaires puis calculées pour les modèles et les pages. Les données ne sont pas publiques ; leur description l’est.",
    resources: tables.map((table) => ({
      name: table.name,
      title: table.title,
      path: `${table.name}.parquet`,
      format: "parquet",
      mediatype: "application/vnd.apache.parquet",
      schema: tableSchema(table),
    })),
  };
}

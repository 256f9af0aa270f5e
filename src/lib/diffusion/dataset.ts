import type { TableSchema } from "../dictionary/tableSchema.js";

/** One table of the open data, as the catalogue and the package describe it. */
export interface Dataset {
  name: string;
  /** In French, without a final point. */
  title: string;
  description: string;
  /** `indicateur`: a series by territory, sector and size; `reference`: what its codes mean. */
  group: "indicateur" | "table" | "reference";
  source: string;
  rows: number;
  /** First and last day it is about; null when it is about none in particular. */
  span: { start: string; end: string } | null;
  schema: TableSchema;
  /** Path of the schema in the folder of the batch. */
  schemaPath: string;
  files: DatasetFile[];
}

export interface DatasetFile {
  /** In the folder of the batch, with slashes. */
  path: string;
  format: "csv" | "parquet";
  compressed: boolean;
  bytes: number;
  sha256: string;
}

/** Media types of the formats (IANA). */
export const MEDIA_TYPES: Readonly<Record<DatasetFile["format"], string>> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
};

/** The licence of all of it (https://www.etalab.gouv.fr/licence-ouverte-open-licence/); `name` is SPDX's. */
export const LICENCE = {
  name: "etalab-2.0",
  title: "Licence Ouverte 2.0",
  path: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
} as const;

/** A title that says so when the data are invented. */
export function honestTitle(title: string, fictitious: boolean): string {
  return fictitious ? `Données fictives — ${title}` : title;
}

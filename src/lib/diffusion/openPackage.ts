import { DATA_PACKAGE_PROFILE } from "../dictionary/dataPackage.js";
import type { BatchTable } from "../tables.js";
import { type Dataset, honestTitle, LICENCE, MEDIA_TYPES } from "./dataset.js";

/** `datapackage.json` of the open data. */
export interface OpenPackage {
  $schema: string;
  name: string;
  title: string;
  description: string;
  version: string;
  created: string;
  licenses: (typeof LICENCE)[];
  contributors: { title: string; roles: string[] }[];
  resources: OpenResource[];
}

export interface OpenResource {
  name: string;
  title: string;
  description: string;
  path: string;
  format: "csv" | "parquet";
  mediatype: string;
  encoding?: "utf-8";
  /** As the tools of Frictionless name it. */
  compression?: "gz";
  bytes: number;
  hash: string;
  /** Lines without the header. Not of the specification, as the two that follow. */
  rows: number;
  group: Dataset["group"];
  schema: string;
}

/**
 * Data Package of the open data of a batch (https://datapackage.org/standard/data-package/): each
 * table twice, as CSV under its name and as Parquet.
 */
export function openPackage(batch: BatchTable, datasets: readonly Dataset[]): OpenPackage {
  return {
    $schema: DATA_PACKAGE_PROFILE,
    name: `signaux-faibles-${batch.batch}`,
    title: honestTitle(`Données ouvertes de Signaux Faibles, lot ${batch.batch}`, batch.fictitious),
    description:
      "Indicateurs protégés par le secret statistique. Une case masquée est vide et porte le statut « secret », quelle que soit la raison.",
    version: batch.batch,
    created: `${batch.date}T00:00:00Z`,
    licenses: [LICENCE],
    contributors: [{ title: "Signaux Faibles", roles: ["publisher"] }],
    resources: datasets.flatMap(resourcesOf),
  };
}

function resourcesOf(dataset: Dataset): OpenResource[] {
  const { name, title, description, rows, group, schemaPath, files } = dataset;
  return files.map(({ path, format, compressed, bytes, sha256 }) => ({
    name: format === "csv" ? name : `${name}-${format}`,
    title,
    description,
    path,
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format === "csv" ? { encoding: "utf-8" as const } : {}),
    ...(compressed ? { compression: "gz" as const } : {}),
    ...{ bytes, hash: `sha256:${sha256}`, rows, group, schema: schemaPath },
  }));
}

import type { Dataset, DatasetFile } from "./dataset.js";
import type { Journal } from "./journal.js";
import type { OpenPackage, OpenResource } from "./openPackage.js";

/** `diffusion.json`: what the open data of the batch are, for the page that lists them. */
export interface DiffusionTable {
  batch: string;
  licence: { title: string; path: string } | null;
  /** Empty where the files are not served: the site of agents, a batch without open data. */
  datasets: OpenDataset[];
  journal: Pick<Journal, "precedent" | "series" | "abandonnes"> | null;
}

export interface OpenDataset extends Pick<Dataset, "name" | "title" | "group" | "rows"> {
  schema: string;
  /** Address below `diffusion/<batch>/` and bytes, by format. */
  files: Record<DatasetFile["format"], { path: string; bytes: number }>;
}

/** The table of a batch whose files are not served. */
export function noDiffusion(batch: string): DiffusionTable {
  return { batch, licence: null, datasets: [], journal: null };
}

/** What the page tells of the package and of the journal. */
export function diffusionTable(
  { version, licenses, resources }: OpenPackage,
  { precedent, series, abandonnes }: Journal,
): DiffusionTable {
  const parquet = new Map(
    resources
      .filter(({ format }) => format === "parquet")
      .map((resource) => [resource.schema, resource]),
  );
  return {
    batch: version,
    licence: licenses[0] ? { title: licenses[0].title, path: licenses[0].path } : null,
    datasets: resources
      .filter(({ format }) => format === "csv")
      .map((csv) => datasetOf(csv, parquet.get(csv.schema)!)),
    journal: { precedent, series, abandonnes },
  };
}

function datasetOf(csv: OpenResource, parquet: OpenResource): OpenDataset {
  const { name, title, group, rows, schema } = csv;
  const fileOf = ({ path, bytes }: OpenResource) => ({ path, bytes });
  return {
    name,
    title,
    group,
    rows,
    schema,
    files: { csv: fileOf(csv), parquet: fileOf(parquet) },
  };
}

/** Folder of the open data, among the page tables of a batch and at the root of the site. */
export const DIFFUSION = "diffusion";

/** Folder, beside the one of each batch, that is a copy of the last one. */
export const LATEST = "latest";

/** Folder of the series, in the folder of a batch. */
export const SERIES = "indicateurs";

/** Path of the files of an indicator, without extension. */
export const seriesPath = (indicator: string): string => `${SERIES}/${indicator}`;
export const parquetPath = (path: string): string => `${path}.parquet`;
export const csvPath = (path: string, compressed: boolean): string =>
  `${path}.csv${compressed ? ".gz" : ""}`;
export const schemaPath = (path: string): string => `${path}.schema.json`;

/** A table that notebooks may open. */
export interface NotebookTable {
  name: string;
  rows: number;
  /** In the order of the file, with DuckDB's types. */
  columns: { name: string; type: string }[];
  /** Of the file. */
  sha256: string;
}

/** What notebooks have to work on: every table of one batch, from its snapshot to its list. */
export interface TableIndex {
  batch: string;
  /** Date of the batch, `YYYY-MM-DD`. */
  date: string;
  fictitious: boolean;
  /** Identifier of the model of the batch. */
  model: string;
  /** Of the contents of all tables and documents: two notebooks with the same hash read the same data. */
  hash: string;
  tables: NotebookTable[];
  /** JSON files beside the tables, by name. */
  documents: string[];
}

/** Folder of the tables, from the root of the site. */
export const NOTEBOOK_TABLES = "tables";

/** The index, in that folder. */
export const TABLE_INDEX = "index.json";

/** File of a table, in that folder. */
export const tableFile = (name: string): string => `${name}.parquet`;

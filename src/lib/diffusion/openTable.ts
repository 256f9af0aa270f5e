import type { Cell } from "../tables.js";

/** A column of a table of open data that is not an indicator's. */
export interface OpenColumn {
  name: string;
  type: "string" | "integer" | "number";
  /** In French. */
  description: string;
  /** What values are counted in: `€`, `%`, `entreprises`, `code`… */
  unit: string;
  /** True when a value may be missing. */
  nullable?: boolean;
  /**
   * True for a column of published cells: a number, null or `"s"`. It becomes two columns, the value
   * and `<name>_statut`.
   */
  cell?: boolean;
  /** Every value it may take, for a text. */
  values?: readonly string[];
}

/** A table of open data that is not an indicator by territory, sector and size: `survie`, `ratios`… */
export interface OpenTable {
  /** Name of its files, in lower case. */
  name: string;
  /** In French, without a final point. */
  label: string;
  description: string;
  source: string;
  columns: readonly OpenColumn[];
  /** Columns that tell two rows apart. */
  key: readonly string[];
  /** One value per column, in their order; written in the order given. */
  rows: readonly (readonly (string | Cell)[])[];
}

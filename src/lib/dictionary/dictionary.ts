/** `dictionnaire.json`: every column of every table, from the schemas that read and compute them. */
export interface Dictionary {
  tables: DictionaryTable[];
}

export interface DictionaryTable {
  name: string;
  /** What it holds, in French. */
  title: string;
  /** Who sends it; those of the tables it is computed from, for a computed one. */
  producers: string[];
  /** `source`: as a partner sent it, typed; `computed`: for models and pages. */
  kind: "source" | "computed";
  /** `stock`: a file replaces the former one; `flow`: it adds to it. Null when it is computed. */
  arrival: "stock" | "flow" | null;
  /** Months of the first and the last extract, `AAAA-MM`, when they are known. */
  since: string | null;
  until: string | null;
  /** Tables it is computed from. */
  from: string[];
  /** Columns that tell its rows apart. */
  key: string[];
  /** Labels of the file that are nominative and stay unread. */
  refused: string[];
  columns: DictionaryColumn[];
}

/** Types of the Table Schema specification. */
export type ColumnType = "string" | "integer" | "number" | "boolean" | "date" | "datetime";

export interface DictionaryColumn {
  name: string;
  type: ColumnType;
  /** What values are counted in: `€`, `jours`, `code`… (`loaders/fields/unit.ts`). */
  unit: string;
  description: string;
  /** An empty value is possible. */
  nullable: boolean;
  /** First month it is sent, `AAAA-MM`, when it is later than its table. */
  since: string | null;
  minimum: number | string | null;
  maximum: number | string | null;
  /** Closed list of values. */
  values: string[] | null;
  /** Shape of the whole value, a regular expression without anchors. */
  pattern: string | null;
}

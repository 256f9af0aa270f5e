import type { Group } from "../../src/lib/groups.js";

/** One column of the features, as the model card and the dictionary describe it. */
export interface Variable {
  name: string;
  label: string;
  /** « € », « mois », « % »…; empty for a pure ratio, a flag or a category. */
  unit: string;
  group: Group;
  /** Type of the column: BOOLEAN for a flag, VARCHAR for a category; defaults to a measure, DOUBLE. */
  kind?: "flag" | "category";
  /** Where the formula comes from. */
  citation: string;
  /** When the value is empty, in French; empty string when it never is. */
  missing: string;
}

/** A family of variables: the SQL that makes its table and what its columns are. */
export interface Family {
  /** Temporary table, one row per key of the grid at most; a key without a row has no value. */
  table: string;
  /** What a row is about; defaults to a company at a month. */
  key?: "siren" | "siren, periode";
  /** Query of that table, on the snapshot's `clean_*` views, the grid and the families before it. */
  query: string;
  variables: readonly Variable[];
}

/** Rules of the service's former feature computation, kept by this rebuild. */
export const REDUCE = "opensignauxfaibles, js/reduce.algo2 (juin 2025)";

import type { Described } from "../fields/unit.js";

/** What clean tables depend on besides the tables as read. */
export interface CleanContext {
  /** First day of the month of the batch, ISO. */
  dateFin: string;
  /** Ten years before, ISO. */
  dateDebut: string;
  /** SQL condition keeping a SIREN expression within the perimeter, its black list left out. */
  within: (siren: string) => string;
  /** False: there is no perimeter. */
  filtered: boolean;
}

/** A table for consumers, computed from the tables as read (architecture, « Snapshot tables »). */
export interface CleanTable {
  name: string;
  /** What it holds, in French. */
  title: string;
  /** SQL whose rows need no order. */
  query: (context: CleanContext) => string;
  /** Its key: rows are sorted by it. */
  key: readonly string[];
  /** Column that dates a row, for the manifest. */
  period?: string;
  /** What each column says, in its order. */
  columns: Readonly<Record<string, CleanColumn>>;
}

export interface CleanColumn extends Described {
  /** An empty value is possible. */
  nullable?: boolean;
  /** First month it is sent, `AAAA-MM`, when it is later than its source. */
  since?: string;
}

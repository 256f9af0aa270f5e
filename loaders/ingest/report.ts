/** Line 1 is the first data line; `parsed = valid + rejected + skipped`, blank lines apart. */
export interface FileReport {
  file: string;
  /** Null when no partner sends a file of this name: it was not read. */
  source: string | null;
  sha256: string;
  bytes: number;
  /** `utf-8`, `utf-8-bom`, `utf-16le` or `iso-8859-15`; null when the file was not read. */
  encoding: string | null;
  /** Null when the file is not compressed. */
  compression: "gzip" | "zip" | null;
  /** Taken from the previous snapshot of the batch: neither the file nor its reader has changed. */
  reused: boolean;
  parsed: number;
  valid: number;
  rejected: number;
  skipped: number;
  blank: number;
  /** Why the file was not read; the others go on. */
  fatal: string | null;
  /** `Line N: column: message [code]`, first {@link MESSAGES}. */
  messages: string[];
  /** Every rejected row, in the snapshot; null when there is none. */
  rejectsFile: string | null;
  /** Rejected rows by code of fault and column, the most frequent first; a fatal one has no row. */
  faults: FaultCount[];
  /** Nominative columns of the file that were left unread. */
  refused: string[];
  /** Rows set aside, by reason; `code` is a fault of `src/lib/faults/faults.ts`. */
  skips: { reason: string; rows: number; code: string }[];
  /** What is worth knowing and rejects nothing, in French; ends with `[code]` when it is a fault. */
  notices: string[];
}

/** Reason of the rows set aside for their company, in `skips`. */
export const OUTSIDE_PERIMETER = "hors du périmètre";

/** Rejected rows of a file by what is wrong first in them. */
export interface FaultCount {
  /** Of `src/lib/faults/faults.ts`. */
  code: string;
  /** As the file writes it; null when the fault is the row's. */
  column: string | null;
  rows: number;
}

/** Messages kept per file (§1.8). */
export const MESSAGES = 200;

/** How a table differs from that of the previous batch, on the key of its rows. */
export interface TableChange {
  table: string;
  appeared: number;
  changed: number;
  disappeared: number;
  kept: number;
  /** Columns that the former table does not have; absent when there is none. */
  newColumns?: string[];
  /** Columns that the former table alone has. */
  lostColumns?: string[];
}

/** A source without any file that could be read in the batch. */
export interface Absence {
  source: string;
  /** No longer sent (`until` of the source): its absence surprises nobody. */
  retired: boolean;
  /** What became of its table, in French. */
  effect: string;
}

/** A measure that jumped; `loaders/watch/thresholds.ts` holds the limits. */
export interface Alert {
  /** `<table>.<measure>` or `<table>.<column>.<measure>`: what `--accept` takes. */
  id: string;
  /** Table or source. */
  table: string;
  column: string | null;
  measure: string;
  before: number | null;
  now: number;
  threshold: number;
  /** In French, for the report and the import page. */
  message: string;
  /** Why a person let it through; null when nobody did. */
  accepted: string | null;
}

export interface TableReport {
  table: string;
  rows: number;
  /** First and last date, null for an empty or undated table. */
  periods: [string | null, string | null];
  /** Relative to the snapshot. */
  file: string;
  sha256: string;
}

export interface PerimeterReport {
  kind: "given" | "computed" | "inherited" | "none";
  /** Depth of the rule, 36 or 120; null when no rule made it. */
  months: number | null;
  /** Companies followed, after the black list; all those seen when there is no perimeter. */
  companies: number;
  /** Companies whose rows are kept: those followed, and those that once were. */
  history: number;
  /** How it was obtained, in French. */
  detail: string;
}

/** What `vigie ingest --json` prints. */
export interface IngestReport {
  batch: string;
  files: FileReport[];
  tables: TableReport[];
  /** False when a file could not be read. */
  complete: boolean;
  fictitious: boolean;
  perimeter: PerimeterReport;
  /** Folder of the published snapshot. */
  snapshot: string;
  /** What a person should look at before going on, compared with the previous snapshot. */
  alerts: Alert[];
  /** Batch the changes are counted from, null for the first one. */
  previous: string | null;
  changes: TableChange[];
  absent: Absence[];
  seconds: number;
}

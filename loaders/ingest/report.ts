/** Line 1 is the first data line; `parsed = valid + rejected + skipped`, blank lines apart. */
export interface FileReport {
  file: string;
  /** Null when no partner sends a file of this name: it was not read. */
  source: string | null;
  sha256: string;
  bytes: number;
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
  /** Rows set aside, by reason. */
  skips: { reason: string; rows: number }[];
  /** What is worth knowing and rejects nothing, in French. */
  notices: string[];
}

/** Messages kept per file (§1.8). */
export const MESSAGES = 200;

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
  /** Companies after the black list; all those seen when there is no perimeter. */
  companies: number;
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
  alerts: string[];
  seconds: number;
}

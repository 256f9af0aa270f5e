/** One column of a table shown or downloaded. */
export interface Column<Row> {
  label: string;
  /** Raw value, as downloaded. */
  value: (row: Row) => string | number | null | undefined;
  /** What is read on the page; defaults to the raw value. */
  text?: (row: Row) => string;
  /** Address the text leads to, within the site. */
  href?: (row: Row) => string;
  numeric?: boolean;
  /** Sentences: the column keeps a readable width where the table scrolls. */
  prose?: boolean;
}

function field(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180: comma, CRLF, quotes doubled, numbers with a point; a hidden cell is `s`, a missing one is empty. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const header = columns.map(({ label }) => field(label));
  const lines = rows.map((row) => columns.map(({ value }) => field(value(row))));
  return `${[header, ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}

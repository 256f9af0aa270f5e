import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import { columnsOf, type Edition } from "./edition.js";

/** Cells of a line by column name; columns left out stay empty. */
export type Row<S extends SourceName> = {
  [column in (typeof LAYOUTS)[S]["header"][number]]?: string | number;
};

/** Whole lines of an extract, ready to be appended to it. */
export interface Lines {
  source: SourceName;
  rows: number;
  /** UTF-8; every line ends with a line feed. */
  text: Uint8Array<ArrayBuffer>;
}

/** Characters of lines kept as text before they become bytes: short-lived texts cost little. */
const CHUNK = 1 << 13;
const FIRST_ROOM = 1 << 16;
/** Bytes a character takes at most in UTF-8, as JavaScript counts characters. */
const WIDEST = 3;

/** Lines of one extract held in memory, as bytes. */
export class Sheet<S extends SourceName = SourceName> {
  private rows = 0;
  private pending = "";
  private bytes = Buffer.from(new ArrayBuffer(0));
  private length = 0;
  private readonly columns: readonly string[];
  private readonly delimiter: string;

  constructor(
    readonly source: S,
    edition: Edition,
  ) {
    this.columns = columnsOf(source, edition);
    this.delimiter = LAYOUTS[source].delimiter;
  }

  /** Adds a line; `"{months}"` takes the wide cells already joined by the separator. */
  write(row: Row<S>): void {
    const { columns, delimiter } = this;
    const cells = row as Record<string, string | number | undefined>;
    let line = `${cells[columns[0]!] ?? ""}`;
    for (let i = 1; i < columns.length; i++) line += delimiter + (cells[columns[i]!] ?? "");
    this.pending += `${line}\n`;
    this.rows++;
    if (this.pending.length > CHUNK) this.flush();
  }

  private flush(): void {
    const { pending } = this;
    const needed = this.length + WIDEST * pending.length;
    if (needed > this.bytes.length) this.grow(needed);
    this.length += this.bytes.write(pending, this.length);
    this.pending = "";
  }

  private grow(needed: number): void {
    const room = Math.max(FIRST_ROOM, 2 * this.bytes.length, needed);
    const larger = Buffer.from(new ArrayBuffer(room));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  /** What was written so far. */
  get lines(): Lines {
    this.flush();
    const text = new Uint8Array(this.bytes.buffer.slice(0, this.length));
    return { source: this.source, rows: this.rows, text };
  }
}

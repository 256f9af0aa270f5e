import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import type { Dirt } from "./dirt.js";

/** Cells of a line by column name; columns left out stay empty. */
export type Row<S extends SourceName> = {
  [column in (typeof LAYOUTS)[S]["header"][number]]?: string | number;
};

/** Sources whose header is quoted. */
const QUOTED_HEADER: ReadonlySet<SourceName> = new Set<SourceName>(["apdemande", "apconso"]);
/** Wide columns: one cell stands for several, already joined. */
const WIDE = "{months}";
/** Characters kept in memory before they are written. */
const CHUNK = 1 << 18;

/** One extract being written, line by line, with what is held in memory bounded by `drain`. */
export class ExtractFile<S extends SourceName = SourceName> {
  rows = 0;
  bytes = 0;
  private lines: string[] = [];
  private held = 0;
  private readonly hash = createHash("sha256");

  private constructor(
    readonly source: S,
    private readonly handle: FileHandle,
    private readonly dirt: Dirt,
  ) {}

  static async create<S extends SourceName>(
    source: S,
    folder: string,
    months: readonly string[],
    dirt: Dirt,
  ): Promise<ExtractFile<S>> {
    const { fileName, delimiter, header } = LAYOUTS[source];
    const file = new ExtractFile(source, await open(join(folder, fileName), "w"), dirt);
    const names = (header as readonly string[]).flatMap((name) =>
      name === WIDE ? months : [name],
    );
    const quote = QUOTED_HEADER.has(source) ? '"' : "";
    file.push(names.map((name) => quote + name + quote).join(delimiter));
    return file;
  }

  /** Adds a line; `"{months}"` takes the wide cells already joined by the separator. */
  write(row: Row<S>): void {
    const { header, delimiter } = LAYOUTS[this.source];
    const cells = (header as readonly string[]).map((name) => `${row[name as keyof Row<S>] ?? ""}`);
    for (const line of this.dirt.soil(this.source, cells, delimiter)) {
      this.push(line);
      this.rows++;
    }
  }

  private push(line: string): void {
    this.lines.push(line);
    this.held += line.length + 1;
  }

  /** Writes what is held once there is enough of it, and waits for the disk. */
  async drain(least = CHUNK): Promise<void> {
    if (this.held < least || this.held === 0) return;
    const chunk = Buffer.from(`${this.lines.join("\n")}\n`);
    this.lines = [];
    this.held = 0;
    this.bytes += chunk.length;
    this.hash.update(chunk);
    await this.handle.write(chunk);
  }

  /** Writes the rest; returns the SHA-256 of the whole file. */
  async close(): Promise<string> {
    await this.drain(0);
    await this.handle.close();
    return this.hash.digest("hex");
  }
}

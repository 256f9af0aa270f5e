import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import type { Dirt } from "./dirt.js";
import { columnsOf, type Edition, labelsOf } from "./edition.js";
import type { Lines } from "./sheet.js";

/** Sources whose header is quoted. */
const QUOTED_HEADER: ReadonlySet<SourceName> = new Set<SourceName>(["apdemande", "apconso"]);

/** One extract on disk, filled block after block. */
export class ExtractFile {
  rows = 0;
  bytes = 0;
  private readonly hash = createHash("sha256");

  private constructor(
    readonly source: SourceName,
    private readonly columns: readonly string[],
    private readonly handle: FileHandle,
    private readonly dirt: Dirt,
  ) {}

  static async create(
    source: SourceName,
    folder: string,
    edition: Edition,
    dirt: Dirt,
  ): Promise<ExtractFile> {
    const { fileName, delimiter } = LAYOUTS[source];
    const handle = await open(join(folder, fileName), "w");
    const file = new ExtractFile(source, columnsOf(source, edition), handle, dirt);
    const quote = QUOTED_HEADER.has(source) ? '"' : "";
    const labels = labelsOf(source, edition).map((label) => quote + label + quote);
    await file.put(new TextEncoder().encode(`${labels.join(delimiter)}\n`));
    return file;
  }

  /** Adds lines, some of them spoiled. */
  async append(lines: Lines): Promise<void> {
    if (lines.rows === 0) return;
    const { rows, text } = this.dirt.soil(lines, this.columns);
    this.rows += rows;
    await this.put(text);
  }

  private async put(text: Uint8Array): Promise<void> {
    this.bytes += text.length;
    this.hash.update(text);
    await this.handle.write(text);
  }

  /** Closes the file; returns the SHA-256 of the whole. */
  async close(): Promise<string> {
    await this.handle.close();
    return this.hash.digest("hex");
  }
}

import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import type { Dirt } from "./dirt.js";
import type { Edition } from "./edition.js";
import { ExtractFile } from "./extractFile.js";
import type { Lines } from "./sheet.js";

/** One extract written. */
export interface ExtractSummary {
  source: SourceName;
  file: string;
  /** Lines without the header, faulty ones included. */
  rows: number;
  bytes: number;
  sha256: string;
}

/** All the extracts of a batch on disk, filled together block after block. */
export class Extracts {
  private constructor(private readonly files: ReadonlyMap<SourceName, ExtractFile>) {}

  static async create(folder: string, edition: Edition, dirt: Dirt): Promise<Extracts> {
    const files = new Map<SourceName, ExtractFile>();
    for (const source of Object.keys(LAYOUTS) as SourceName[]) {
      files.set(source, await ExtractFile.create(source, folder, edition, dirt));
    }
    return new Extracts(files);
  }

  /** Adds the lines of each source; the disk follows, so that what is held in memory stays bounded. */
  async append(lines: readonly Lines[]): Promise<void> {
    for (const part of lines) await this.files.get(part.source)!.append(part);
  }

  async close(): Promise<ExtractSummary[]> {
    const summaries: ExtractSummary[] = [];
    for (const file of this.files.values()) {
      const sha256 = await file.close();
      const { source, rows, bytes } = file;
      summaries.push({ source, file: LAYOUTS[source].fileName, rows, bytes, sha256 });
    }
    return summaries;
  }
}

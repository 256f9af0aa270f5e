import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { isBatchKey } from "../../src/lib/batch.js";
import { keyOf, type Layout } from "./layout.js";
import type { ProtectedCube } from "./protectedCube.js";

/** Kept with the page tables, for the next batch; holds no more than what was published. */
export const RELEASED_FILE = "cellules.json";

/** Batches that have page tables and come before one, oldest first; keys sort as texts. */
export function releasedBatches(tables: string, batch: string): string[] {
  if (!existsSync(tables)) return [];
  return readdirSync(tables)
    .filter((key) => isBatchKey(key) && key < batch && existsSync(join(tables, key, RELEASED_FILE)))
    .sort();
}

interface ReleasedFile {
  /** Cells of each layout, in order, by hash. */
  layouts: Record<string, string[]>;
  /** By measure and month: the layout and the values (doubles, deflated, base64), NaN for a secret. */
  measures: Record<string, Record<string, { layout: string; values: string }>>;
}

/**
 * What an earlier batch released of each measure and month. The same month released again with other
 * holes could be subtracted from the first.
 */
export class ReleasedCells {
  constructor(private readonly file: ReleasedFile) {}

  /** Those of the page tables of an earlier batch; nothing when there are none. */
  static async read(folder: string): Promise<ReleasedCells | undefined> {
    const file = join(folder, RELEASED_FILE);
    if (!existsSync(file)) return undefined;
    return new ReleasedCells(JSON.parse(await readFile(file, "utf8")) as ReleasedFile);
  }

  /** What is to be written beside the page tables. */
  static of(months: readonly string[], cube: ProtectedCube): ReleasedFile {
    const layouts: ReleasedFile["layouts"] = {};
    const measures: ReleasedFile["measures"] = {};
    const hashes = new Map<Layout, string>();
    for (const [id, shown] of cube) {
      const byMonth: ReleasedFile["measures"][string] = {};
      measures[id] = byMonth;
      for (const [index, month] of shown.entries()) {
        if (!month) continue;
        const { cells, hidden } = month;
        const layout = hashes.get(cells.layout) ?? hashOf(cells.layout);
        hashes.set(cells.layout, layout);
        layouts[layout] ??= cells.layout.cells.map(keyOf);
        const values = cells.value.map((value, cell) => (hidden[cell] === 1 ? Number.NaN : value));
        byMonth[months[index]!] = { layout, values: pack(values) };
      }
    }
    return { layouts, measures };
  }

  /**
   * Values of a measure at a month in the cells of `layout`, in its smallest units, NaN for what was
   * hidden or not released; nothing when the month was not released.
   */
  values(measure: string, month: string, layout: Layout): Float64Array | undefined {
    const released = this.file.measures[measure]?.[month];
    if (!released) return undefined;
    const values = unpack(released.values);
    const at = this.positions(released.layout);
    return Float64Array.from(
      layout.cells,
      (cell) => values[at.get(keyOf(cell)) ?? -1] ?? Number.NaN,
    );
  }

  private readonly known = new Map<string, Map<string, number>>();

  private positions(layout: string): Map<string, number> {
    const found =
      this.known.get(layout) ??
      new Map(this.file.layouts[layout]!.map((key, cell) => [key, cell] as const));
    this.known.set(layout, found);
    return found;
  }
}

function pack(values: Float64Array): string {
  return deflateSync(Buffer.from(values.buffer, values.byteOffset, values.byteLength)).toString(
    "base64",
  );
}

function unpack(text: string): Float64Array {
  const bytes = inflateSync(Buffer.from(text, "base64"));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function hashOf({ cells }: Layout): string {
  return createHash("sha256").update(cells.map(keyOf).join("\n")).digest("hex").slice(0, 12);
}

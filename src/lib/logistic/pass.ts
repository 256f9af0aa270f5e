import { addDerivatives, addGradient } from "./likelihoodTotals.js";
import {
  addExtents,
  addSpreads,
  type RawColumns,
  type Standardisation,
  standardise,
} from "./rawColumns.js";
import type { Table } from "./table.js";

/** A pass over many rows, as data: another thread can make part of it. */
export type Pass =
  | { kind: "extents"; raw: RawColumns }
  | { kind: "spreads"; raw: RawColumns; centres: Float64Array; inverses: Float64Array }
  | { kind: "standardise"; raw: RawColumns; standardisation: Standardisation }
  | { kind: "derivatives"; table: Table; gamma: Float64Array }
  | { kind: "gradient"; table: Table; gamma: Float64Array };

/**
 * Rows of a chunk, the unit of work of a thread. Fixed, so that sums are added in the same order and
 * results are the same to the last bit whatever the number of threads; 64 blocks of 128 rows last
 * about 2 ms, long next to the handing over.
 */
export const CHUNK = 8_192;

/** Rows a pass goes through. */
export function rowsOf(pass: Pass): number {
  return "raw" in pass ? pass.raw.rows.length : pass.table.rows;
}

/** Totals a chunk of the pass gives. */
export function totalsOf(pass: Pass): number {
  if (pass.kind === "standardise") return 0;
  if ("raw" in pass) return (pass.kind === "extents" ? 2 : 1) * pass.raw.width;
  const { size } = pass.table;
  return pass.kind === "gradient" ? size : 1 + size + size * size;
}

/** Makes one chunk of a pass and writes its totals. */
export function runChunk(pass: Pass, chunk: number, totals: Float64Array): void {
  const begin = chunk * CHUNK;
  const end = Math.min(begin + CHUNK, rowsOf(pass));
  if (pass.kind === "extents") addExtents(pass.raw, begin, end, totals);
  else if (pass.kind === "spreads")
    addSpreads(pass.raw, pass.centres, pass.inverses, begin, end, totals);
  else if (pass.kind === "standardise") standardise(pass.raw, pass.standardisation, begin, end);
  else if (pass.kind === "derivatives") addDerivatives(pass.table, pass.gamma, begin, end, totals);
  else addGradient(pass.table, pass.gamma, begin, end, totals);
}

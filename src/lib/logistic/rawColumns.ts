import { Tally } from "./tally.js";

/** Columns of a design, as given, of the rows that enter a fit. */
export interface RawColumns {
  /** Row-major, `width` a row. */
  values: Float64Array;
  width: number;
  /** Rows of `values` that are used. */
  rows: Int32Array;
  /** One a used row, and their sum. */
  mass: Float64Array;
  total: number;
}

/** Rows whose sums are added up before they join the compensated totals; a multiple of four. */
const BLOCK = 256;

/** Columns of 64 rows written together stay in a processor’s first cache level. */
const WRITTEN = 64;

/**
 * Adds the weighted mean’s share of the rows, column after column, then the mean magnitude’s, rows
 * counted once. Four rows at a time: a third of the time of one after the other.
 */
export function addExtents(
  raw: RawColumns,
  begin: number,
  end: number,
  totals: Float64Array,
): void {
  const { values, width, rows, total } = raw;
  const share = 1 / rows.length;
  const tally = new Tally(2 * width);
  const block = new Float64Array(2 * width);
  const four = new FourRows(raw, end);
  for (let i = begin; i < end; i += 4) {
    four.take(i);
    const { p0, p1, p2, p3 } = four;
    const w0 = four.m0 / total;
    const w1 = four.m1 / total;
    const w2 = four.m2 / total;
    const w3 = four.m3 / total;
    for (let j = 0; j < width; j++) {
      const x0 = values[p0 + j]!;
      const x1 = values[p1 + j]!;
      const x2 = values[p2 + j]!;
      const x3 = values[p3 + j]!;
      block[j] = block[j]! + (w0 * x0 + w1 * x1 + (w2 * x2 + w3 * x3));
      const first = share * Math.abs(x0) + share * Math.abs(x1);
      const second = share * Math.abs(x2) + share * Math.abs(x3);
      block[width + j] = block[width + j]! + (first + second);
    }
    if ((i - begin) % BLOCK === BLOCK - 4) tally.absorb(block);
  }
  tally.absorb(block);
  totals.set(tally.totals());
}

/**
 * Adds the weighted sum of squares about its centre, column after column, deviations being
 * multiplied by `inverses`: squares of extreme amounts would overflow.
 */
export function addSpreads(
  raw: RawColumns,
  centres: Float64Array,
  inverses: Float64Array,
  begin: number,
  end: number,
  totals: Float64Array,
): void {
  const { values, width } = raw;
  const four = new FourRows(raw, end);
  for (let i = begin; i < end; i += 4) {
    four.take(i);
    const { p0, p1, p2, p3, m0, m1, m2, m3 } = four;
    for (let j = 0; j < width; j++) {
      const centre = centres[j]!;
      const inverse = inverses[j]!;
      const d0 = (values[p0 + j]! - centre) * inverse;
      const d1 = (values[p1 + j]! - centre) * inverse;
      const d2 = (values[p2 + j]! - centre) * inverse;
      const d3 = (values[p3 + j]! - centre) * inverse;
      totals[j] = totals[j]! + (m0 * d0 * d0 + m1 * d1 * d1 + (m2 * d2 * d2 + m3 * d3 * d3));
    }
  }
}

/** Places and masses of four rows; past the end, the last row again, weighing nothing. */
class FourRows {
  p0 = 0;
  p1 = 0;
  p2 = 0;
  p3 = 0;
  m0 = 0;
  m1 = 0;
  m2 = 0;
  m3 = 0;

  constructor(
    private readonly raw: RawColumns,
    private readonly end: number,
  ) {}

  take(i: number): void {
    const { rows, mass, width } = this.raw;
    const last = this.end - 1;
    this.p0 = rows[i]! * width;
    this.p1 = rows[Math.min(i + 1, last)]! * width;
    this.p2 = rows[Math.min(i + 2, last)]! * width;
    this.p3 = rows[Math.min(i + 3, last)]! * width;
    this.m0 = mass[i]!;
    this.m1 = i + 1 > last ? 0 : mass[i + 1]!;
    this.m2 = i + 2 > last ? 0 : mass[i + 2]!;
    this.m3 = i + 3 > last ? 0 : mass[i + 3]!;
  }
}

/** Columns to write, each with its centre and the inverse of its spread. */
export interface Standardisation {
  kept: Int32Array;
  centres: Float64Array;
  inverses: Float64Array;
  /** Column-major, one column a kept one. */
  into: Float64Array;
}

/** Writes `(value − centre) × inverse` of the kept columns. */
export function standardise(
  { values, width, rows }: RawColumns,
  { kept, centres, inverses, into }: Standardisation,
  begin: number,
  end: number,
): void {
  const places = new Int32Array(WRITTEN);
  for (let start = begin; start < end; start += WRITTEN) {
    const count = Math.min(WRITTEN, end - start);
    for (let i = 0; i < count; i++) places[i] = rows[start + i]! * width;
    for (let index = 0; index < kept.length; index++) {
      const j = kept[index]!;
      const centre = centres[index]!;
      const inverse = inverses[index]!;
      const to = index * rows.length + start;
      for (let i = 0; i < count; i++) into[to + i] = (values[places[i]! + j]! - centre) * inverse;
    }
  }
}

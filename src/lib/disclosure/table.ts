/** A total and the cells it is the sum of. */
export interface Equation {
  total: number;
  parts: readonly number[];
}

/**
 * A table of any shape: cells, totals among them, and the sums that link them. Values are never
 * negative and add up exactly, in whole units (the smallest one published).
 */
export interface Table {
  value: Float64Array;
  /** Distinct companies behind the value. */
  contributors: Float64Array;
  /** Largest and second-largest contribution, in the unit of the value. */
  largest: Float64Array;
  second: Float64Array;
  /** What everyone knows a value cannot pass; no bound when absent. */
  upper?: Float64Array;
  equations: readonly Equation[];
  /** The cell everything adds up to, which is hidden last. */
  grandTotal: number;
}

/** Equations each cell belongs to, with +1 as a part and −1 as the total. */
export interface Incidence {
  equation: number;
  sign: 1 | -1;
}

/** The equations of every cell. */
export function incidences({ value, equations }: Pick<Table, "value" | "equations">) {
  const found: Incidence[][] = Array.from(value, () => []);
  for (const [equation, { total, parts }] of equations.entries()) {
    found[total]!.push({ equation, sign: -1 });
    for (const part of parts) found[part]!.push({ equation, sign: 1 });
  }
  return found;
}

/** How far a cell can rise without passing what everyone knows. */
export function roomAbove({ value, upper }: Pick<Table, "value" | "upper">, cell: number): number {
  return upper ? Math.max(0, upper[cell]! - value[cell]!) : Number.POSITIVE_INFINITY;
}

/** Every cell of an equation, the total last. */
export function cellsOf({ total, parts }: Equation): number[] {
  return [...parts, total];
}

import type { Highs } from "highs";
import { roundTable } from "../../src/lib/disclosure/controlledRounding.js";
import { type CrossTable, crossTable, labelsOf } from "../../src/lib/disclosure/crossTable.js";
import { buildDimension } from "../../src/lib/disclosure/dimension.js";
import { protectTable } from "../../src/lib/disclosure/protectTable.js";
import type { ProtectionSpec } from "../../src/lib/disclosure/spec.js";
import type { TableAttack } from "../../src/lib/disclosure/tableAudit.js";
import { VigieError } from "../../src/lib/error.js";
import type { CellsFile } from "./cellsFile.js";

/** A cell of the report: its label in each dimension, then what became of it. */
export interface ProtectedCell {
  [dimension: string]: unknown;
  value: number;
  status: "published" | "primary" | "secondary";
  /** First rule the cell breaks, `complementary` for a secondary one, null when published. */
  reason: string | null;
  /** What anyone can deduce of the value; a bound nothing gives is null. */
  interval: [number, number | null];
}

/** For the producer only: what is published tells neither reasons nor intervals. */
export interface ProtectionReport {
  cells: ProtectedCell[];
  /** Cost of the secondary cells, in the unit of the cost chosen. */
  cost: number;
  /** True when no mask costs less; otherwise how much it may cost above the least, a share. */
  optimal: true | number;
  audit: { safe: boolean; attacks: (Record<string, unknown> & { kind: TableAttack["kind"] })[] };
}

/** Beyond, neither the solver’s memory nor anyone’s patience follows. Ours. */
const MOST_CELLS = 200_000;

/**
 * Adds cells up into a table, protects it and reports on each cell, totals included. Amounts are
 * counted in whole units of the last decimal of the file, so that sums are exact.
 * @throws VigieError `disclosure-tree`, `disclosure-too-large`, `disclosure-unprotectable`
 */
export function protectCells(
  { rows, decimals }: CellsFile,
  spec: ProtectionSpec,
  highs: Highs,
): ProtectionReport {
  const unit = 10 ** decimals;
  const table = tableOf(rows, spec, unit);
  const { mask, primaries, cost, gap, audit } = protectTable(
    table,
    { rules: spec.rules, frequency: spec.protection.frequency, cost: costOf(table, spec) },
    highs,
  );
  const reasons = new Map(primaries.map(({ cell, reasons }) => [cell, reasons[0]!]));
  const bound = (amount: number) => Math.round(amount * ROUNDING) / ROUNDING / unit;
  const interval = (low: number, high: number): [number, number | null] => [
    bound(low),
    Number.isFinite(high) ? bound(high) : null,
  ];
  const cells = Array.from(mask, (hidden, cell): ProtectedCell => {
    const reason = reasons.get(cell);
    return {
      ...nameCell(table, cell),
      value: table.value[cell]! / unit,
      status: hidden === 0 ? "published" : reason ? "primary" : "secondary",
      reason: hidden === 0 ? null : (reason ?? "complementary"),
      interval: interval(audit.low[cell]!, audit.high[cell]!),
    };
  });
  const attacks = audit.attacks.map(({ cell, kind, low, high }) => ({
    ...nameCell(table, cell),
    kind,
    interval: interval(low, high),
  }));
  return {
    cells,
    cost: spec.cost === "value" ? cost / unit : cost,
    optimal: gap === 0 ? true : gap,
    audit: { safe: attacks.length === 0, attacks },
  };
}

/** Bounds are given to the millionth of a unit: a simplex finds them a little off. */
const ROUNDING = 1e6;

/** The table rounded to multiples of `base`, in the unit of the file; see `roundTable`. */
export interface RoundingReport {
  base: number;
  cells: { [dimension: string]: unknown; value: number; rounded: number }[];
}

/**
 * The alternative to holes: the same table, totals included, by controlled rounding.
 * @throws VigieError `disclosure-tree`, `disclosure-too-large`, `disclosure-rounding`
 */
export function roundCells(
  { rows, decimals }: CellsFile,
  spec: ProtectionSpec,
  base: number,
  highs: Highs,
): RoundingReport {
  const unit = 10 ** decimals;
  const step = Math.round(base * unit);
  if (step < 1 || Math.abs(step - base * unit) > ROUNDING_NOISE * step)
    throw new VigieError(
      "disclosure-rounding",
      `La base ${base} n’est pas un multiple de ${1 / unit}, l’unité des montants du fichier`,
      "Choisissez une base d’au moins une unité.",
      2,
    );
  const table = tableOf(rows, spec, unit);
  const rounded = roundTable(table, step, highs);
  const cells = Array.from(rounded, (multiple, cell) => ({
    ...nameCell(table, cell),
    value: table.value[cell]! / unit,
    rounded: multiple / unit,
  }));
  return { base, cells };
}

/** 0.07 × 100 is 7.000000000000001 in doubles. */
const ROUNDING_NOISE = 1e-12;

function nameCell(table: CrossTable, cell: number): Record<string, string> {
  const labels = labelsOf(table, cell);
  return Object.fromEntries(table.dimensions.map(({ name }, d) => [name, labels[d]!]));
}

function tableOf(rows: CellsFile["rows"], spec: ProtectionSpec, unit: number): CrossTable {
  const dimensions = spec.dimensions.map((dimension, d) =>
    buildDimension(dimension, [...new Set(rows.map(({ labels }) => labels[d]!))]),
  );
  const size = dimensions.reduce((product, { labels }) => product * labels.length, 1);
  if (size > MOST_CELLS)
    throw new VigieError(
      "disclosure-too-large",
      `Le tableau a ${size} cellules, totaux compris ; ${MOST_CELLS} au plus peuvent être protégées ensemble`,
      "Retirez une dimension, regroupez des modalités ou protégez chaque période à part.",
      2,
    );
  const positions = dimensions.map(
    ({ labels }) => new Map(labels.map((label, index) => [label, index])),
  );
  const leaves = rows.map(({ labels, contributors, value, largest, second }) => ({
    at: labels.map((label, d) => positions[d]!.get(label)!),
    contributors,
    value: Math.round(value * unit),
    largest: Math.round(largest * unit),
    second: Math.round(second * unit),
  }));
  return crossTable(dimensions, leaves);
}

function costOf(table: CrossTable, { cost }: ProtectionSpec): Float64Array {
  if (cost === "value") return table.value;
  return cost === "count" ? table.contributors : table.value.map(() => 1);
}

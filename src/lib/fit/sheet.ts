import type { Design } from "../logistic/design.js";
import type { ClassWeights } from "./classWeights.js";
import { type Column, designOf } from "./encode.js";
import { type Frame, measure } from "./frame.js";

/** Rows to learn from, encoded: what every regression of a part reads. */
export interface Sheet {
  columns: readonly Column[];
  design: Design;
  /** 0 or 1. */
  outcome: Float64Array;
  /** Fold of each row; the rows of a company are in one. */
  fold: Int32Array;
  /** Company of each row, from 0: the clusters of the standard errors. */
  company: Int32Array;
  companies: number;
  /** Added to the log-odds of every row: the prior correction of a rebalanced or weighted sample. */
  offset: number;
  /** Absent when all rows weigh the same. */
  weights?: ClassWeights;
}

/** Encodes some rows of a frame. */
export function sheetOf(
  frame: Frame,
  rows: Int32Array,
  fold: Int32Array,
  columns: readonly Column[],
  { offset = 0, weights }: { offset?: number; weights?: ClassWeights | undefined } = {},
): Sheet {
  const index = new Map<string, number>();
  const company = Int32Array.from(rows, (row) => {
    const siren = frame.siren[row]!;
    const known = index.get(siren) ?? index.size;
    index.set(siren, known);
    return known;
  });
  const outcome = measure(frame, "outcome");
  return {
    columns,
    design: designOf(columns, frame, rows),
    outcome: Float64Array.from(rows, (row) => outcome[row]!),
    fold,
    company,
    companies: index.size,
    offset,
    ...(weights ? { weights } : {}),
  };
}

/** Some columns and rows of a sheet, by position. */
export function cut(sheet: Sheet, columns: readonly number[], rows?: Int32Array): Sheet {
  const { design, outcome, fold, company } = sheet;
  const kept = rows ?? Int32Array.from(outcome.keys());
  const width = design.names.length;
  const values = new Float64Array(kept.length * columns.length);
  for (let row = 0; row < kept.length; row++) {
    const start = kept[row]! * width;
    for (let column = 0; column < columns.length; column++) {
      values[row * columns.length + column] = design.values[start + columns[column]!]!;
    }
  }
  return {
    ...sheet,
    columns: columns.map((column) => sheet.columns[column]!),
    design: { names: columns.map((column) => design.names[column]!), rows: kept.length, values },
    outcome: rows ? Float64Array.from(kept, (row) => outcome[row]!) : outcome,
    fold: rows ? kept.map((row) => fold[row]!) : fold,
    company: rows ? kept.map((row) => company[row]!) : company,
  };
}

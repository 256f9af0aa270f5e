import { encodeValue } from "../encodeValue.js";
import type { Design } from "../logistic/design.js";
import type { Term } from "../model.js";
import { category, type Frame, measure } from "./frame.js";

/** What is needed to compute a column of the design: the rest of a term is its inference. */
export type Column = Pick<Term, "name" | "feature" | "group" | "label" | "unit" | "transform">;

/** Values of a column on some rows of a frame; always finite. */
export function encode(
  { feature, transform }: Pick<Column, "feature" | "transform">,
  frame: Frame,
  rows: Int32Array,
): Float64Array {
  if (transform.kind === "intercept") return new Float64Array(rows.length).fill(1);
  if (transform.kind === "level") {
    const values = new Set(transform.values);
    const column = category(frame, feature);
    return mapped(rows, (row) => (values.has(column[row]!) ? 1 : 0));
  }
  const column = measure(frame, feature);
  return mapped(rows, (row) => encodeValue(transform, column[row]!));
}

/** As `Float64Array.from`, which goes through an iterator, in a fifth of the time. */
function mapped(rows: Int32Array, value: (row: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) values[index] = value(rows[index]!);
  return values;
}

/** The design matrix of some rows of a frame. */
export function designOf(columns: readonly Column[], frame: Frame, rows: Int32Array): Design {
  const width = columns.length;
  const values = new Float64Array(rows.length * width);
  for (const [index, column] of columns.entries()) {
    const encoded = encode(column, frame, rows);
    for (let row = 0; row < rows.length; row++) values[row * width + index] = encoded[row]!;
  }
  return { names: columns.map(({ name }) => name), rows: rows.length, values };
}

import type { Design } from "./design.js";

/** A column of a table: numbers (NaN when missing), or texts (null when missing). */
export type DataColumn =
  | { kind: "number"; values: Float64Array }
  | { kind: "text"; values: readonly (string | null)[] };

/**
 * Design of some columns, in order: a number is a column as it is, a text is treatment-coded, its
 * first level in the order of Unicode as reference and each other one a column `name[level]` of 0
 * and 1 (R’s `contr.treatment`). A missing text is missing in all its columns. The only level of a text
 * is a column too, for the fit to report as aliased.
 */
export function codeColumns(columns: readonly (readonly [string, DataColumn])[]): Design {
  const coded = columns.flatMap(([name, column]) =>
    column.kind === "number" ? [{ name, values: column.values }] : codeText(name, column.values),
  );
  const rows = columns[0]?.[1].values.length ?? 0;
  const values = new Float64Array(rows * coded.length);
  coded.forEach((column, j) => {
    for (let i = 0; i < rows; i++) values[i * coded.length + j] = column.values[i]!;
  });
  return { names: coded.map(({ name }) => name), rows, values };
}

function codeText(name: string, values: readonly (string | null)[]) {
  const levels = [...new Set(values)].filter((level) => level !== null).sort(byCodeUnit);
  return (levels.length === 1 ? levels : levels.slice(1)).map((level) => ({
    name: `${name}[${level}]`,
    values: Float64Array.from(values, (value) => (value === null ? NaN : value === level ? 1 : 0)),
  }));
}

/** The same order on every machine, whatever its language. */
function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

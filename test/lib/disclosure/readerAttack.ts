import type { Highs } from "highs";
import type { Table } from "../../../src/lib/disclosure/table.js";

/**
 * What a reader deduces of a hidden cell, by a linear program written from the published table alone,
 * as text: shares nothing with the attack under test.
 */
export function readerInterval(
  { value, equations }: Table,
  mask: ArrayLike<number>,
  cell: number,
  highs: Highs,
): [number, number] {
  const hidden = [...value.keys()].filter((other) => mask[other] === 1);
  const rows = equations.flatMap(({ total, parts }, row) => {
    const terms = [
      ...parts.filter((part) => mask[part] === 1).map((part) => `+ x${part}`),
      ...(mask[total] === 1 ? [`- x${total}`] : []),
    ];
    if (terms.length === 0) return [];
    const known = parts.reduce((sum, part) => sum + (mask[part] === 1 ? 0 : value[part]!), 0);
    return [` r${row}: ${terms.join(" ")} = ${(mask[total] === 1 ? 0 : value[total]!) - known}`];
  });
  const bounds = hidden.map((other) => ` x${other} >= 0`);
  const solve = (sense: string) => {
    const text = `${sense}\n obj: x${cell}\nSubject To\n${rows.join("\n")}\nBounds\n${bounds.join("\n")}\nEnd\n`;
    const solution = highs.solve(text, { output_flag: false });
    return solution.Status === "Optimal" ? solution.ObjectiveValue : Number.POSITIVE_INFINITY;
  };
  return [solve("Minimize"), solve("Maximize")];
}

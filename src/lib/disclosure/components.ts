import { cellsOf, type Table } from "./table.js";

/**
 * Hidden cells in groups that no equation links: nothing learnt of one group says anything of
 * another. Groups and their cells in the order of the cells.
 */
export function hiddenComponents(
  { equations }: Pick<Table, "equations">,
  mask: ArrayLike<number>,
): number[][] {
  const parent = Int32Array.from(mask, (_, cell) => cell);
  const root = (cell: number): number => {
    let top = cell;
    while (parent[top] !== top) top = parent[top]!;
    for (let at = cell; at !== top; ) {
      const next = parent[at]!;
      parent[at] = top;
      at = next;
    }
    return top;
  };
  for (const equation of equations) {
    const [first, ...others] = cellsOf(equation).filter((cell) => mask[cell] === 1);
    for (const other of others) parent[root(other)] = root(first!);
  }
  const groups = new Map<number, number[]>();
  for (let cell = 0; cell < mask.length; cell++) {
    if (mask[cell] !== 1) continue;
    const group = groups.get(root(cell));
    if (group) group.push(cell);
    else groups.set(root(cell), [cell]);
  }
  return [...groups.values()];
}

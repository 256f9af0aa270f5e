/**
 * Positions moved as little as needed for `gap` between neighbours, their order kept: groups that
 * would overlap are centred on their mean (pool adjacent violators, Barlow et al., 1972). Given and
 * returned in increasing order.
 */
export function spread(positions: readonly number[], gap: number): number[] {
  const groups: { mean: number; count: number }[] = [];
  for (const [index, position] of positions.entries()) {
    let group = { mean: position - index * gap, count: 1 };
    for (let last = groups.at(-1); last && last.mean > group.mean; last = groups.at(-1)) {
      groups.pop();
      const count = last.count + group.count;
      group = { mean: (last.mean * last.count + group.mean * group.count) / count, count };
    }
    groups.push(group);
  }
  const shifts = groups.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean));
  return shifts.map((shift, index) => shift + index * gap);
}

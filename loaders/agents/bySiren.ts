/** Gathers ordered rows by company, each made into what is kept of it. */
export function bySiren<Row extends { siren: string }, Kept>(
  rows: readonly Row[],
  keep: (row: Row) => Kept,
): Map<string, Kept[]> {
  const kept = new Map<string, Kept[]>();
  for (const row of rows) {
    const list = kept.get(row.siren) ?? [];
    list.push(keep(row));
    kept.set(row.siren, list);
  }
  return kept;
}

import { incidences, type Table } from "./table.js";

/** A part that holds all of a line, and a part of the line that could have held some. */
export interface LoneCell {
  cell: number;
  /** A zero cell to hide with it, which leaves a doubt; the one whose other totals are largest. */
  doubt: number;
}

/**
 * Non-zero rule: where one part of a line holds its whole total, the table says of every company of
 * the line which category it is in (INSEE FAQ of 5 February 2014: « un cinquantenaire de la commune X
 * est forcément divorcé »). Hiding that part alone hides nothing, the others being zero: one of them
 * is hidden too. Lines without such a zero whose other totals are not zero as well are left: it says
 * what everyone sees.
 */
export function loneCells(table: Table): LoneCell[] {
  const lines = incidences(table);
  const found: LoneCell[] = [];
  for (const [index, { parts }] of table.equations.entries()) {
    const filled = parts.filter((part) => table.contributors[part]! > 0);
    const [cell] = filled;
    if (filled.length !== 1 || parts.length < 2) continue;
    let doubt = -1;
    let widest = 0;
    for (const part of parts) {
      if (part === cell) continue;
      const room = Math.min(
        ...lines[part]!.filter(({ equation, sign }) => sign === 1 && equation !== index).map(
          ({ equation }) => table.value[table.equations[equation]!.total]!,
        ),
      );
      if (!Number.isFinite(room) || room <= widest) continue;
      widest = room;
      doubt = part;
    }
    if (doubt !== -1) found.push({ cell: cell!, doubt });
  }
  return found;
}

import { VigieError } from "../error.js";
import { NAF_NODES } from "../naf.js";
import { SIZE_CLASSES } from "../sizeClasses.js";
import {
  EVERY_SIZE_CODE,
  PERIODICITIES,
  type PublishedRows,
  TERRITORY_LEVELS,
} from "./publishedRows.js";

/** Columns that tell two rows apart, in the order rows are sorted by: a series is in one piece. */
const SORTED_BY = [
  "periodicite",
  "niveau_territoire",
  "territoire",
  "secteur",
  "taille",
  "periode",
] as const;

type SortColumn = (typeof SORTED_BY)[number];

const KNOWN_ORDERS: Partial<Record<SortColumn, readonly string[]>> = {
  periodicite: PERIODICITIES,
  niveau_territoire: TERRITORY_LEVELS,
  secteur: NAF_NODES.map(({ code }) => code),
  taille: [EVERY_SIZE_CODE, ...SIZE_CLASSES.map(({ code }) => code)],
};

/**
 * Positions of the rows in the order of the files: by periodicity, territory, sector, size, then
 * period. `territories`: the codes that exist. Throws a VigieError `duplicate-cell` when two rows are about the same cell, a RangeError
 * on a code that no nomenclature has.
 */
export function rowOrder(rows: PublishedRows, territories: readonly string[]): Float64Array {
  const orders: Partial<Record<SortColumn, readonly string[]>> = {
    ...KNOWN_ORDERS,
    territoire: [...new Set(territories)].sort(),
  };
  const count = rows.periode.length;
  const keys = new Float64Array(count);
  for (const name of SORTED_BY) {
    const column: readonly string[] = rows[name];
    const ranks = ranksOf(column, orders[name]);
    // 3 × 3 × 120 × 140 × 6 × 200 × 10^6 rows stays below 2^53.
    for (let row = 0; row < count; row += 1) {
      const rank = ranks.get(column[row]!);
      if (rank === undefined) throw new RangeError(`unknown ${name}: ${column[row]}`);
      keys[row] = keys[row]! * ranks.size + rank;
    }
  }
  const order = keys.map((key, row) => key * count + row).sort();
  for (let place = 0; place < count; place += 1) {
    order[place] = order[place]! % count;
    const [before, row] = [order[place - 1], order[place]!];
    if (before !== undefined && keys[before] === keys[row]) throw duplicate(rows, row);
  }
  return order;
}

/** Rank of each value; texts without an order of their own are compared by their code units. */
function ranksOf(column: readonly string[], known?: readonly string[]): Map<string, number> {
  const values = known ?? [...new Set(column)].sort();
  return new Map(values.map((value, rank) => [value, rank]));
}

function duplicate(rows: PublishedRows, row: number): VigieError {
  const cell = SORTED_BY.map((name) => rows[name][row]).join(" · ");
  return new VigieError(
    "duplicate-cell",
    `la case ${cell} est diffusée deux fois`,
    "Une case n’a qu’une ligne : corrigez le calcul des séries diffusées.",
    1,
  );
}

import { formatNumber } from "../../src/lib/format/number.js";
import { formatCount } from "../../src/lib/format/plural.js";
import type { Jump } from "./jump.js";
import { FEWEST_ROWS, limitOf } from "./thresholds.js";
import { chanceOfCounts, usualInWords, usualOf } from "./usual.js";

interface Rows {
  table: string;
  now: number;
  /** Number of rows in the batches before, oldest first. */
  past: readonly number[];
  /** True when the rows are those of a month, to be added to the others. */
  flow: boolean;
}

/** The jump of a number of rows, in relative terms: at most one. */
export function rowsJump({ table, now, past, flow }: Rows): Jump[] {
  const usual = usualOf(past);
  if (!usual || Math.max(usual.value, now) < FEWEST_ROWS) return [];
  const allowed = Math.max(
    limitOf("rows", table, null, flow),
    usual.spread / usual.value || 0,
    chanceOfCounts(usual.value),
  );
  const moved = now - usual.value;
  if (Math.abs(moved) <= allowed * usual.value) return [];
  const threshold = Math.max(0, usual.value * (1 + Math.sign(moved) * allowed));
  return [
    {
      table,
      column: null,
      measure: "rows",
      before: usual.value,
      now,
      threshold,
      said: {
        now: formatCount(now, "ligne"),
        before: usualInWords(usual, (value) => formatNumber(value)),
        limit: formatNumber(threshold),
        advice: ADVICE[table] ?? (moved < 0 ? FEWER : MORE),
      },
    },
  ];
}

const FEWER = "vérifier que le fichier est entier, et qu’aucun territoire ne manque";
const MORE = "vérifier que le fichier n’a pas de lignes en double";

const ADVICE: Readonly<Record<string, string>> = {
  filter: "vérifier les effectifs et les catégories juridiques, dont le périmètre est calculé",
};

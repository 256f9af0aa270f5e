import { formatCount } from "../../src/lib/format/plural.js";
import { median } from "../../src/lib/stats/median.js";
import { CHANCE, FEWEST_ROWS, limitOf } from "./thresholds.js";
import { type ColumnTest, daysBetween, drawn, formerSides, type Side } from "./watched.js";

/**
 * Days that the dates of a column moved by, in the middle of their percentiles. Nothing is wrong
 * from none, for a table that keeps its past, to the time between two batches, for a rolling window.
 */
export const shiftJump: ColumnTest = (watched) => {
  const { table, column, now } = watched;
  const before = formerSides(watched, "shift").at(-1);
  if (now.column.type !== "DATE" || !before?.column.percentiles || !now.column.percentiles)
    return [];
  if (Math.min(drawn(before), drawn(now)) < FEWEST_ROWS) return [];
  const former = before.column.percentiles;
  const moved = Math.round(
    median(now.column.percentiles.map((day, index) => day - former[index]!)),
  );
  const limit = Math.max(limitOf("shift", table, column, watched.flow), chanceOf(before, now));
  const threshold = moved < 0 ? -limit : daysBetween(before, now) + limit;
  if (Math.abs(moved) <= Math.abs(threshold)) return [];
  const days = formatCount(Math.abs(moved), "jour");
  const said = {
    now: `dates ${moved < 0 ? "reculées" : "avancées"} de ${days} en médiane`,
    before: `${formatCount(daysBetween(before, now), "jour")} entre les deux lots`,
    limit: formatCount(Math.floor(Math.abs(threshold)), "jour"),
    advice: "vérifier l’année et l’ordre du jour et du mois dans le fichier",
  };
  return [{ table, column, measure: "shift", before: 0, now: moved, threshold, said }];
};

/** Standard deviation of a normal law from its quartiles, and error of a median over that of a mean. */
const QUARTILES = 1.349;
const MEDIAN = Math.sqrt(Math.PI / 2);

/** Days that the medians of two draws from the same dates are apart by chance; whole tables are no draws. */
function chanceOf(before: Side, now: Side): number {
  if ([before, now].every(({ profile }) => profile.sampled === profile.rows)) return 0;
  const days = before.column.percentiles!;
  const at = (share: number) => days[Math.round(share * (days.length - 1))]!;
  const deviation = (at(0.75) - at(0.25)) / QUARTILES;
  return CHANCE * MEDIAN * deviation * Math.sqrt(1 / drawn(before) + 1 / drawn(now));
}

import { formatNumber } from "../../src/lib/format/number.js";
import { median } from "../../src/lib/stats/median.js";
import { FEWEST_ROWS, limitOf } from "./thresholds.js";
import { type ColumnTest, drawn, formerSides } from "./watched.js";

/** Percentiles that must be other than zero on both sides for their ratio to mean a unit. */
const FEWEST_RATIOS = 10;

/** Factor between the values of a column now and in the batch before, in the middle of their percentiles. */
export const scaleJump: ColumnTest = (watched) => {
  const { table, column, now } = watched;
  const before = formerSides(watched, "scale").at(-1);
  if (now.column.zeros === null || !before?.column.percentiles || !now.column.percentiles)
    return [];
  if (Math.min(drawn(before), drawn(now)) < FEWEST_ROWS) return [];
  const former = before.column.percentiles;
  const ratios = now.column.percentiles.flatMap((value, index) => {
    const ratio = value / former[index]!;
    return ratio > 0 && Number.isFinite(ratio) ? [ratio] : [];
  });
  if (ratios.length < FEWEST_RATIOS) return [];
  const factor = median(ratios);
  const limit = limitOf("scale", table, column, watched.flow);
  if (factor <= limit && factor >= 1 / limit) return [];
  const threshold = factor > 1 ? limit : 1 / limit;
  const middle = Math.floor(former.length / 2);
  const said = {
    now:
      factor > 1
        ? `valeurs multipliées par ${sayFactor(factor)} en médiane`
        : `valeurs divisées par ${sayFactor(1 / factor)} en médiane`,
    before: `médiane de ${sayValue(former[middle]!)} au lot précédent et de ${sayValue(now.column.percentiles[middle]!)} dans celui-ci`,
    limit: formatNumber(limit),
    advice: "vérifier que l’unité n’a pas changé (centimes, milliers)",
  };
  return [{ table, column, measure: "scale", before: 1, now: factor, threshold, said }];
};

const sayFactor = (factor: number): string => formatNumber(factor, factor < 10 ? 1 : 0);

const sayValue = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2);

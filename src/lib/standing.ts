import type { Ranked } from "./findings.js";
import { formatValue } from "./format/cell.js";
import type { Indicator } from "./indicators.js";

/**
 * Title of a ranking where one row is the subject: « Finistère : 23,5 %, 34e valeur des 99 départements
 * publiés, de la plus élevée à la plus faible ». Equal values share the best rank; null when its
 * value is not published.
 */
export function standingFinding(
  indicator: Indicator,
  rows: readonly Ranked[],
  label: string,
  [group, published]: readonly [group: string, published: string],
): string | null {
  const known = rows.map(({ value }) => value).filter((value) => typeof value === "number");
  const value = rows.find((row) => row.label === label)?.value;
  if (typeof value !== "number" || known.length < 2) return null;
  const rank = 1 + known.filter((other) => other > value).length;
  const ordinal = rank === 1 ? "1re" : `${rank}e`;
  return `${label} : ${formatValue(value, indicator)}, ${ordinal} valeur des ${known.length} ${group} ${published}, de la plus élevée à la plus faible`;
}

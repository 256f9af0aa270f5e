import { formatNumber } from "./number.js";
import { isPlural } from "./plural.js";
import { NO_BREAK_SPACE } from "./typography.js";

/** A difference between percentages, at one decimal: « 0,4 point », « −2,3 points ». */
export function formatPoints(points: number): string {
  return `${formatNumber(points, 1)}${NO_BREAK_SPACE}${isPlural(Number(points.toFixed(1))) ? "points" : "point"}`;
}

/** With its sign, none on what rounds to zero: « +0,4 point », « −2,3 points », « 0,0 point ». */
export function formatSignedPoints(points: number): string {
  return `${Number(points.toFixed(1)) > 0 ? "+" : ""}${formatPoints(points)}`;
}

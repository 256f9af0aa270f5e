import { formatNumber } from "./number.js";
import { NO_BREAK_SPACE } from "./typography.js";

/** True when French takes the plural: from 2, zero and 1,9 being singular (Grevisse, § 511). */
export function isPlural(count: number): boolean {
  return Math.abs(count) >= 2;
}

/** « 1 entreprise », « 2 345 entreprises »; the plural is the singular and « s » unless given. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)}${NO_BREAK_SPACE}${isPlural(count) ? plural : singular}`;
}

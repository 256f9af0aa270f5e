import { formatEuros, formatNumber, formatPercent } from "./format/number.js";
import type { Indicator } from "./indicators.js";
import type { Cell } from "./tables.js";

/** Finest step shown on an axis: hundredths. */
const MOST_DECIMALS = 2;
/** Slack for the binary representation of a decimal step. */
const EPSILON = 1e-9;

/** An axis starts at zero unless the lowest value is above half of the highest, where the shape would be lost. */
export function startsAtZero(values: readonly Cell[]): boolean {
  const known = values.filter((value) => typeof value === "number");
  if (known.length === 0) return true;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  return lowest === 0 || lowest < highest / 2;
}

/** Axis of values that are all zero: they lie on its start, as they would beside others. */
export const FLAT_AXIS = { domain: [0, 1], ticks: [0] } as const;

/** Note that an axis cut above zero owes to its reader. */
export const CUT_AXIS_NOTE = "L’axe vertical ne part pas de zéro.";

/** A value on an axis, in the unit of its indicator, without decimals that say nothing. */
export function formatTick(
  value: number,
  { kind, unit }: Pick<Indicator, "kind" | "unit">,
): string {
  if (unit === "€") return formatEuros(value).replace(/,0(?=\D)/, "");
  const decimals = decimalsOf(value);
  return kind === "rate" ? formatPercent(value, decimals) : formatNumber(value, decimals);
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const shifted = value * 10 ** decimals;
    if (Math.abs(shifted - Math.round(shifted)) < EPSILON) return decimals;
  }
  return MOST_DECIMALS;
}

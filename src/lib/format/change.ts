import type { Indicator } from "../indicators.js";
import type { Cell } from "../tables.js";
import { formatPercent } from "./number.js";
import { formatPoints } from "./points.js";

/** How a figure moved: in percent, or in points when the figure is itself a percentage. */
export interface Change {
  direction: "up" | "down" | "stable";
  /** Unsigned: « 3,2 % » or « 0,4 point »; empty when stable. */
  size: string;
}

/** Compares a value with an earlier one; `undefined` when either is hidden, missing or the base is zero. */
export function changeBetween(
  value: Cell | undefined,
  before: Cell | undefined,
  kind: Indicator["kind"],
): Change | undefined {
  if (typeof value !== "number" || typeof before !== "number") return undefined;
  if (kind === "rate") return sized(value - before, formatPoints);
  if (before === 0) return value === 0 ? { direction: "stable", size: "" } : undefined;
  return sized((100 * (value - before)) / Math.abs(before), formatPercent);
}

/** A change too small to show at one decimal is called stable, never « 0,0 % ». */
function sized(difference: number, format: (size: number) => string): Change {
  const size = Number(Math.abs(difference).toFixed(1));
  if (size === 0) return { direction: "stable", size: "" };
  return { direction: difference > 0 ? "up" : "down", size: format(size) };
}

/** « en hausse de 3,2 % sur un an », « en baisse de 0,4 point sur un an », « stable sur un an ». */
export function formatChange(change: Change | undefined, span = "sur un an"): string {
  if (!change) return `évolution ${span} non disponible`;
  if (change.direction === "stable") return `stable ${span}`;
  return `en ${change.direction === "up" ? "hausse" : "baisse"} de ${change.size} ${span}`;
}

/** Whether a change is good news, from what a rise of the indicator means. */
export function judgement(
  change: Change | undefined,
  rise: Indicator["rise"],
): "favourable" | "unfavourable" | "neutral" {
  if (!change || change.direction === "stable" || rise === "neutral") return "neutral";
  const opposite = rise === "favourable" ? "unfavourable" : "favourable";
  return change.direction === "up" ? rise : opposite;
}

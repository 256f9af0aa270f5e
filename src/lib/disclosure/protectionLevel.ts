import type { CellSummary, Reason, Rules } from "./primary.js";

/** How far below and above its value a sensitive cell must stay possible for an attacker. */
export interface ProtectionLevel {
  lower: number;
  upper: number;
}

export interface ProtectionOptions {
  /** Half-width for the frequency rule, a share of the value. */
  frequency: number;
  /** Least half-width, in the unit of the value. */
  least: number;
}

/**
 * Half-width of 10 % for frequency cells (Eurostat experts, followed by INSEE) and of one unit at
 * least, since 10 % of a count of 1 or 2 says nothing.
 */
export const DEFAULT_PROTECTION: ProtectionOptions = { frequency: 0.1, least: 1 };

/**
 * Half-width of the protection interval for one reason, in the unit of the value (Handbook on SDC
 * §4.2): frequency m·X; a lone cell, the least; dominance x1/k − X; p % (p/100)·x1 − (X − x1 − x2).
 */
export function halfWidth(
  reason: Reason,
  { value, largest, second }: CellSummary,
  { dominance = 1, pPercent = 0 }: Rules,
  { frequency, least }: ProtectionOptions = DEFAULT_PROTECTION,
): number {
  switch (reason) {
    case "frequency":
    case "group":
      return Math.max(frequency * value, least);
    case "nonZero":
      return least;
    case "dominance":
      return largest / dominance - value;
    case "pPercent":
      return (pPercent / 100) * largest - (value - largest - second);
  }
}

/**
 * Protection asked for a sensitive cell: the widest of its reasons, both ways, but never beyond what
 * anyone knows already (no value below 0, none above `known`).
 */
export function protectionLevel(
  reasons: readonly Reason[],
  cell: CellSummary,
  rules: Rules,
  options: ProtectionOptions = DEFAULT_PROTECTION,
  known = Number.POSITIVE_INFINITY,
): ProtectionLevel {
  const width = Math.max(0, ...reasons.map((reason) => halfWidth(reason, cell, rules, options)));
  return {
    lower: Math.min(width, cell.value),
    upper: Math.min(width, Math.max(0, known - cell.value)),
  };
}

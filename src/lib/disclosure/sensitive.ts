import type { Grid } from "./grid.js";
import type { CellSummary, Reason, Rules } from "./primary.js";
import { primaryReasons } from "./primary.js";
import {
  DEFAULT_PROTECTION,
  type ProtectionLevel,
  type ProtectionOptions,
  protectionLevel,
} from "./protectionLevel.js";

/** A cell sensitive by itself and the protection it asks for. */
export interface Sensitive extends ProtectionLevel {
  cell: number;
}

/** What the rules look at in one cell of a grid. */
export function summaryOf(grid: Grid, cell: number): CellSummary {
  return {
    contributors: grid.contributors[cell]!,
    value: grid.value[cell]!,
    largest: grid.largest[cell]!,
    second: grid.second[cell]!,
  };
}

/**
 * Every sensitive cell of a grid, margins included, by the rules given; `also` adds reasons the
 * rules do not see (a group in which nobody, or everybody, has the trait counted).
 */
export function sensitiveCells(
  grid: Grid,
  rules: Rules,
  options: ProtectionOptions = DEFAULT_PROTECTION,
  also: (cell: number) => Reason | undefined = () => undefined,
): Sensitive[] {
  const found: Sensitive[] = [];
  for (let cell = 0; cell < grid.value.length; cell++) {
    const summary = summaryOf(grid, cell);
    const reasons = primaryReasons(summary, rules);
    const other = also(cell);
    if (other) reasons.push(other);
    if (reasons.length === 0) continue;
    found.push({ cell, ...protectionLevel(reasons, summary, rules, options, grid.upper[cell]) });
  }
  return found;
}

import { type Grid, grandTotal, isMargin } from "../../src/lib/disclosure/grid.js";
import type { Rules } from "../../src/lib/disclosure/primary.js";
import { type ProtectedGrid, protectGrid } from "../../src/lib/disclosure/protect.js";
import { DEFAULT_PROTECTION } from "../../src/lib/disclosure/protectionLevel.js";
import { sensitiveCells } from "../../src/lib/disclosure/sensitive.js";
import { groupReasons } from "./group.js";

/** A table of one month with its mask. */
export interface ProtectedMonth extends ProtectedGrid {
  grid: Grid;
}

export interface SeriesOptions {
  /** For errors: the indicator. */
  name: string;
  months: readonly string[];
  grids: readonly (Grid | null)[];
  rules: Rules;
  /** Units of the grids in one unit of the indicator: the least protection is one unit. */
  scale: number;
  /** True for a count of companies, which must not show that a whole group has the trait. */
  counts: boolean;
  /** Protected counts of the companies that could have the trait counted, when there are such. */
  population?: readonly (ProtectedMonth | null)[];
  /** True when they alone can have it: the published group then bounds the value. */
  bounded?: boolean;
}

/** Hiding a total loses far more than hiding a part of it. Ours. */
const MARGIN_COST = 100;

/** A cell hidden the month before is cheap to hide again, which keeps the mask stable. Ours. */
const HABIT = 0.1;

/**
 * Protects the tables of one indicator month after month, each audited. A cell costs its value, so
 * that the least is lost, a hundred times more for a total, ten times less when it was hidden the
 * month before.
 *
 * @throws VigieError `disclosure-unsafe` or `disclosure-input` naming the indicator and the month.
 */
export function protectSeries(options: SeriesOptions): (ProtectedMonth | null)[] {
  const { name, months, grids, rules, scale, counts, population } = options;
  let before: Uint8Array | undefined;
  return grids.map((raw, month) => {
    if (!raw) return null;
    const group = population?.[month] ?? undefined;
    const grid = options.bounded && group ? { ...raw, upper: knownBounds(group) } : raw;
    const sensitive = sensitiveCells(
      grid,
      rules,
      { ...DEFAULT_PROTECTION, least: DEFAULT_PROTECTION.least * scale },
      group && groupReasons(grid, group.grid, counts),
    );
    const shown = protectGrid(grid, sensitive, costs(grid, before), `${name} ${months[month]}`);
    before = shown.hidden;
    return { grid, ...shown };
  });
}

/** The group itself where it is published, the most it can be where it is hidden. */
function knownBounds({ audit }: ProtectedMonth): Float64Array {
  return audit.high;
}

function costs(grid: Grid, before: Uint8Array | undefined): Float64Array {
  const cost = grid.value.map((value, cell) => {
    const weight = (isMargin(grid, cell) ? MARGIN_COST : 1) * (before?.[cell] === 1 ? HABIT : 1);
    return 1 + value * weight;
  });
  cost[grandTotal(grid)] = Number.POSITIVE_INFINITY;
  return cost;
}

import type { Highs } from "highs";
import { groupReasons } from "../../src/lib/disclosure/groupCells.js";
import type { SearchLimits } from "../../src/lib/disclosure/optimum.js";
import type { Rules } from "../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../src/lib/disclosure/protectionLevel.js";
import { primaryCells } from "../../src/lib/disclosure/requirement.js";
import { type SteadyMaskOptions, steadyMask } from "../../src/lib/disclosure/steadyMask.js";
import { suppressionProblem } from "../../src/lib/disclosure/suppressionProblem.js";
import type { Equation, Table } from "../../src/lib/disclosure/table.js";
import { attackTable } from "../../src/lib/disclosure/tableAudit.js";

/** The table of one month; `population`: companies that could have the trait counted, NaN for none. */
export interface SeriesMonth
  extends Pick<Table, "value" | "contributors" | "largest" | "second" | "upper"> {
  month: string;
  /** Index of its equations in the request. */
  shape: number;
  population?: Float64Array;
  /** Values of an earlier release of the same month, NaN where they were hidden. */
  released?: Float64Array;
}

/** One measure to be protected month after month: plain data, that goes to a thread. */
export interface SeriesRequest {
  /** For errors and progress: the measure. */
  name: string;
  rules: Rules;
  /** Smallest amount published, in the unit of the values. */
  unit: number;
  /** How much more a cell is worth than its value says: totals, above all. */
  weight: Float64Array;
  shapes: readonly (readonly Equation[])[];
  grandTotal: number;
  months: readonly (SeriesMonth | null)[];
  limits: SearchLimits;
}

/** A cell hidden the month before is cheap to hide again, which keeps the mask stable. Ours. */
const HABIT = 0.1;

/** What may be shown of a month: all but the hidden cells, or what was released before and no more. */
export type MonthMask = Uint8Array | "as released";

/**
 * Masks of every month, each audited. A cell costs its value, so that the least is lost. Each January
 * the cheapest mask is looked for; it then only grows until December, so that two months are not told
 * apart by their holes. A month released before keeps the holes it had.
 *
 * @throws VigieError `disclosure-unsafe` naming the measure and the month.
 */
export function maskSeries(request: SeriesRequest, highs: Highs): (MonthMask | null)[] {
  const { weight, shapes, grandTotal } = request;
  const before = new Uint8Array(weight.length);
  let isFirst = true;
  return request.months.map((shown) => {
    if (!shown) return null;
    const table: Table = { ...shown, equations: shapes[shown.shape]!, grandTotal };
    const size = table.value.length;
    const isNew = isFirst || shown.month.endsWith("-01");
    isFirst = false;
    const kept = shown.released && holesOf(shown.released);
    const options = {
      name: `${request.name} ${shown.month}`,
      rules: request.rules,
      frequency: DEFAULT_PROTECTION.frequency,
      unit: request.unit,
      also: shown.population && groupReasons(table, shown.population),
      cost: table.value.map(
        (value, cell) => 1 + value * weight[cell]! * (before[cell] === 1 ? HABIT : 1),
      ),
      start: kept ?? (isNew ? undefined : goingOn(table, before)),
      limits: request.limits,
    };
    const mask = steadyMask(table, options, highs);
    const isBetrayed = shown.released && betrays(table, mask, shown.released, options, highs);
    before.set((isBetrayed ? kept : mask)!.subarray(0, size));
    return isBetrayed ? "as released" : mask;
  });
}

function holesOf(released: Float64Array): Uint8Array {
  return Uint8Array.from(released, (value) => (Number.isNaN(value) ? 1 : 0));
}

/**
 * True when a reader of both releases learns too much: what the former shows of cells that are now
 * hidden, and that were not revised, is known.
 */
function betrays(
  table: Table,
  mask: Uint8Array,
  released: Float64Array,
  options: SteadyMaskOptions,
  highs: Highs,
): boolean {
  const unknown = mask.map((mark, cell) => (released[cell] === table.value[cell] ? 0 : mark));
  if (unknown.every((mark, cell) => mark === mask[cell])) return false;
  const primaries = primaryCells(table, options.rules, options);
  const problem = suppressionProblem(table, primaries, options.cost, options.rules.minContributors);
  return attackTable(problem, unknown, highs).length > 0;
}

/** What was hidden and still holds something. */
function goingOn({ value }: Table, before: Uint8Array): Uint8Array {
  return Uint8Array.from(value, (amount, cell) => (amount > 0 ? before[cell]! : 0));
}

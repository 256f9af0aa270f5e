import type { SearchLimits } from "../../src/lib/disclosure/optimum.js";
import { BUSINESS_RULES, COUNT_RULES } from "../../src/lib/disclosure/primary.js";
import { INDICATORS, type IndicatorId } from "../../src/lib/indicators.js";
import { ALL_SECTORS, nodesOfLevel } from "../../src/lib/naf.js";
import type { Progress } from "../../src/lib/progress.js";
import type { SeriesMonth, SeriesRequest } from "../disclosure/maskSeries.js";
import { maskAll } from "../disclosure/seriesThreads.js";
import type { Cube, MonthCells } from "./cube.js";
import { type CellKey, EVERY_SIZE, FRANCE, keyOf, type Layout } from "./layout.js";
import { MEASURES, type Measure, type MeasureId } from "./measures.js";
import type { ReleasedCells } from "./releasedCells.js";

/** The cells of one month with what may not be shown of them. */
export interface ProtectedMonth {
  cells: MonthCells;
  /** 1 for a hidden cell. One mark for all: why a cell is hidden is nobody's business. */
  hidden: Uint8Array;
  /** True when the values are those of an earlier release, its revision being put off. */
  deferred: boolean;
}

/** What may be published: every measure, month after month. */
export type ProtectedCube = Map<MeasureId, (ProtectedMonth | null)[]>;

/** Companies employing someone, the group most measures are about. */
const POPULATION: MeasureId = "entreprises";

/**
 * Protects every measure, all its blocks together (`layout.ts`), with the same holes as in `released`
 * for the months it has.
 *
 * @throws VigieError `disclosure-unsafe` naming the measure and the month.
 */
export async function protectCube(
  cube: Cube,
  released: ReleasedCells | undefined,
  progress?: Progress,
): Promise<ProtectedCube> {
  const shown: ProtectedCube = new Map();
  const total = MEASURES.length;
  for (const measures of [MEASURES.filter(isOfAll), MEASURES.filter(isOfSome)]) {
    const done = shown.size;
    const masks = await maskAll(
      measures.map((measure) => requestOf(measure, cube, shown.get(POPULATION), released)),
      (event) => progress?.({ ...event, done: done + event.done, total }),
    );
    for (const [index, { id }] of measures.entries())
      shown.set(
        id,
        cube.measures.get(id)!.map((cells, month) => {
          const mask = masks[index]![month];
          if (!cells || !mask) return null;
          if (mask !== "as released") return { cells, hidden: mask, deferred: false };
          return asReleased(cells, released!.values(id, cube.months[month]!, cells.layout)!);
        }),
      );
  }
  return shown;
}

const isOfSome = ({ trait = false }: Measure): boolean => trait;
/** First, since the group bounds the count of those who have a trait. */
const isOfAll = (measure: Measure): boolean => !isOfSome(measure);

/** A month whose revised values wait: what was shown of it, and what was not. */
function asReleased(cells: MonthCells, values: Float64Array): ProtectedMonth {
  const hidden = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
  return { cells: { ...cells, value: values }, hidden, deferred: true };
}

/** Ours: the cheapest mask of counts in under a second, of amounts in a few. */
const LIMITS: Record<"count" | "amount", SearchLimits> = {
  count: { relaxed: 30, whole: 8, nodes: 500, pruned: 0 },
  amount: { relaxed: 8, whole: 1, nodes: 100, pruned: 0 },
};

function requestOf(
  { id, scale, trait }: Measure,
  cube: Cube,
  population: readonly (ProtectedMonth | null)[] | undefined,
  released: ReleasedCells | undefined,
): SeriesRequest {
  const kind = kindOf(id);
  const cells = cube.measures.get(id)!;
  const layouts = [...new Set(cells.flatMap((month) => (month ? [month.layout] : [])))];
  const widest = layouts.reduce(
    (most, one) => (one.cells.length > most.length ? one.cells : most),
    [] as readonly CellKey[],
  );
  const months = cells.map((month, index): SeriesMonth | null => {
    if (!month) return null;
    const { value, contributors, largest, second, layout } = month;
    const group = (trait && population?.[index]) || undefined;
    return {
      ...{ value, contributors, largest, second },
      month: cube.months[index]!,
      shape: layouts.indexOf(layout),
      population: group && matched(group, layout, ({ contributors }) => contributors),
      upper: group && matched(group, layout, published).map(orNoBound),
      released: released?.values(id, cube.months[index]!, layout),
    };
  });
  return {
    name: id,
    rules: kind === "count" ? COUNT_RULES : BUSINESS_RULES,
    unit: scale,
    weight: Float64Array.from(widest, weightOf),
    shapes: layouts.map(({ equations }) => equations),
    grandTotal: 0,
    months,
    limits: LIMITS[kind],
  };
}

function kindOf(id: IndicatorId): "count" | "amount" {
  return INDICATORS.find((indicator) => indicator.id === id)!.kind === "count" ? "count" : "amount";
}

/** A number of each cell of a month, in the cells of another layout; NaN where there is none. */
function matched(
  group: ProtectedMonth,
  layout: Layout,
  read: (cells: MonthCells, hidden: Uint8Array) => Float64Array,
): Float64Array {
  const numbers = read(group.cells, group.hidden);
  const found = new Map(group.cells.layout.cells.map((cell, index) => [keyOf(cell), index]));
  return Float64Array.from(layout.cells, (cell) => {
    const index = found.get(keyOf(cell));
    return index === undefined ? Number.NaN : numbers[index]!;
  });
}

function published({ value }: MonthCells, hidden: Uint8Array): Float64Array {
  return value.map((amount, cell) => (hidden[cell] === 1 ? Number.NaN : amount));
}

const orNoBound = (amount: number): number => (Number.isNaN(amount) ? Infinity : amount);

const SECTIONS = new Set(
  (["A10", "A21"] as const).flatMap((level) => nodesOfLevel(level)).map(({ code }) => code),
);

/** Hiding a total loses far more than hiding a part of it. Ours. */
function weightOf({ territory, sector, size, part }: CellKey): number {
  if (size !== EVERY_SIZE || part !== "") return 1;
  const isFrance = territory === FRANCE;
  if (sector === ALL_SECTORS) return isFrance || territory.startsWith("REG") ? 100 : 10;
  if (isFrance) return SECTIONS.has(sector) ? 100 : 10;
  return 1;
}

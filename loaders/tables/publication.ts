import { INDICATORS, type Indicator, type IndicatorId } from "../../src/lib/indicators.js";
import type { Cell } from "../../src/lib/tables.js";
import { buildLayout, type CellKey, keyOf, type Layout } from "./layout.js";
import { MEASURES, type MeasureId } from "./measures.js";
import type { ProtectedCube } from "./protectedCube.js";

/** Every place a figure may be about: territory × sector × size. Indicators are read by position here. */
export const PLACES: readonly CellKey[] = buildLayout([], true).cells;

const PLACE_OF = new Map(PLACES.map((place, index) => [keyOf(place), index]));

/** Position of a place; -1 when nothing is published there. */
export function placeOf(territory: string, sector: string, size: string): number {
  return PLACE_OF.get(keyOf({ territory, sector, size, part: "" })) ?? -1;
}

/** Percentages are given with two decimals. */
const PERCENT = 100;
const DECIMALS = 100;
const YEAR = 12;

/**
 * The only way from protected tables to what is written: the value of an indicator in one place and
 * month, `"s"` when it is hidden, `null` when the source says nothing or the place is not detailed.
 * Every file reads its figures here, so that the same cell is the same everywhere.
 */
export class Publication {
  private readonly definitions = new Map(INDICATORS.map((one) => [one.id, one]));
  private readonly scales = new Map<IndicatorId, number>();
  private readonly measureOf = new Map<IndicatorId, MeasureId>();
  private readonly positions = new Map<Layout, Map<string, Int32Array>>();

  constructor(
    readonly months: readonly string[],
    private readonly cube: ProtectedCube,
  ) {
    for (const { id, scale, parts = [] } of MEASURES)
      for (const one of [id, ...parts]) {
        this.scales.set(one, scale);
        this.measureOf.set(one, id);
      }
  }

  /** The published value of an indicator. */
  read(id: IndicatorId, month: number, place: number): Cell {
    if (month < 0) return null;
    const definition = this.definitions.get(id)!;
    if (definition.changeOf) return this.change(definition.changeOf, month, place);
    if (definition.multipleOf) return this.multiple(definition.multipleOf, month, place);
    if (definition.numerator) return this.rate(definition, month, place);
    return this.measure(id, month, place);
  }

  /** The value over consecutive months: the last one of a state, the sum of a flow. */
  over(id: IndicatorId, months: readonly number[], place: number): Cell {
    const { overTime, multipleOf } = this.definitions.get(id)!;
    if (overTime === "state") return this.read(id, months.at(-1)!, place);
    if (multipleOf) return times(this.over(multipleOf.id, months, place), multipleOf.by);
    let sum = 0;
    let isHidden = false;
    for (const month of months) {
      const cell = this.read(id, month, place);
      if (cell === null) return null;
      if (cell === "s") isHidden = true;
      else sum += cell;
    }
    return isHidden ? "s" : Math.round(sum * DECIMALS) / DECIMALS;
  }

  private measure(id: IndicatorId, month: number, place: number): Cell {
    const measure = this.measureOf.get(id);
    const shown = measure && this.cube.get(measure)?.[month];
    if (!shown) return null;
    const cell = this.positionsIn(shown.cells.layout, id === measure ? "" : id)[place]!;
    if (cell === -1) return null;
    if (shown.hidden[cell] === 1) return "s";
    return shown.cells.value[cell]! / this.scales.get(id)!;
  }

  /** Cell of each place in a layout, for the whole (empty) or a part of the measure. */
  private positionsIn(layout: Layout, part: string): Int32Array {
    const byPart = this.positions.get(layout) ?? new Map<string, Int32Array>();
    this.positions.set(layout, byPart);
    const known = byPart.get(part);
    if (known) return known;
    const cells = new Map(layout.cells.map((cell, index) => [keyOf(cell), index]));
    const found = Int32Array.from(PLACES, (place) => cells.get(keyOf({ ...place, part })) ?? -1);
    byPart.set(part, found);
    return found;
  }

  /** A rate recomputed from its two published parts, hidden when either is. */
  private rate({ numerator, denominator }: Indicator, month: number, place: number): Cell {
    const above = this.measure(numerator!, month, place);
    const below = this.measure(denominator!, month, place);
    if (above === null || below === null) return null;
    if (above === "s" || below === "s") return "s";
    if (below === 0) return null;
    return percent(above / below);
  }

  private change(id: IndicatorId, month: number, place: number): Cell {
    const now = this.measure(id, month, place);
    const before = month < YEAR ? null : this.measure(id, month - YEAR, place);
    if (now === null || before === null) return null;
    if (now === "s" || before === "s") return "s";
    return before === 0 ? null : percent(now / before - 1);
  }

  private multiple(
    { id, by }: NonNullable<Indicator["multipleOf"]>,
    month: number,
    place: number,
  ): Cell {
    return times(this.measure(id, month, place), by);
  }
}

function percent(share: number): number {
  return Math.round(share * PERCENT * DECIMALS) / DECIMALS;
}

function times(cell: Cell, by: number): Cell {
  return typeof cell === "number" ? Math.round(cell * by) : cell;
}

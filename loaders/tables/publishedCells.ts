import { INDICATORS, type Indicator, type IndicatorId } from "../../src/lib/indicators.js";
import type { Cell } from "../../src/lib/tables.js";
import { SMALL_GROUP } from "../disclosure/group.js";
import { MEASURES, type MeasureId } from "./measures.js";
import type { ProtectedMeasures } from "./protectedMeasures.js";

/** Rates are given in percent with two decimals. */
const RATE_DECIMALS = 100;

/**
 * The only way from protected tables to what is written: the value of an indicator in one cell of
 * one month, `"s"` when it is hidden, `null` when the source says nothing. Every page table reads
 * its figures here, so that the same cell is the same everywhere.
 */
export class PublishedCells {
  private readonly scales = new Map(MEASURES.map(({ id, scale }) => [id as string, scale]));

  constructor(private readonly measures: ProtectedMeasures) {}

  /** The published value of an indicator; `cell` is its position in the region × section grid. */
  read(indicator: IndicatorId, month: number, cell: number): Cell {
    const definition = INDICATORS.find(({ id }) => id === indicator)!;
    return definition.kind === "rate"
      ? this.rate(definition, month, cell)
      : this.measure(indicator as MeasureId, month, cell);
  }

  private measure(id: MeasureId, month: number, cell: number): Cell {
    const shown = this.measures.get(id)?.[month];
    if (!shown) return null;
    if (shown.hidden[cell] === 1) return "s";
    return shown.grid.value[cell]! / this.scales.get(id)!;
  }

  /**
   * A rate recomputed from its two published parts, hidden when either is; also hidden at 0 % or
   * 100 % of a small group, which would say the same of each of its companies.
   */
  private rate({ numerator, denominator }: Indicator, month: number, cell: number): Cell {
    const above = this.measure(numerator as MeasureId, month, cell);
    const below = this.measure(denominator as MeasureId, month, cell);
    if (above === null || below === null) return null;
    if (above === "s" || below === "s") return "s";
    if (below === 0) return null;
    const companies = this.measures.get("entreprises")![month]!.grid.contributors[cell]!;
    if (companies < SMALL_GROUP && (above === 0 || above >= below)) return "s";
    return Math.round((above / below) * 100 * RATE_DECIMALS) / RATE_DECIMALS;
  }
}

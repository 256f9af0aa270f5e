import { BUSINESS_RULES, COUNT_RULES } from "../../src/lib/disclosure/primary.js";
import { INDICATORS } from "../../src/lib/indicators.js";
import type { Progress } from "../../src/lib/progress.js";
import { type ProtectedMonth, protectSeries } from "../disclosure/series.js";
import type { Grids } from "./grids.js";
import { MEASURES, type Measure, type MeasureId } from "./measures.js";

/** What may be published: for each measure, one protected and audited table a month. */
export type ProtectedMeasures = Map<MeasureId, (ProtectedMonth | null)[]>;

/** Companies employing someone, the group every other measure is about. */
const POPULATION: MeasureId = "entreprises";

/** Measures of the same companies as the population: there is no group they could single out. */
const OF_EVERY_COMPANY: ReadonlySet<MeasureId> = new Set(["entreprises", "effectif"]);

/** Counts of a part of the population: anyone knows that they do not pass it. */
const PART_OF_POPULATION: ReadonlySet<MeasureId> = new Set(["entreprises_en_dette"]);

/**
 * Protects every table of every measure, the population first: its protected values are what
 * readers know of the groups the other measures count in.
 *
 * @throws VigieError `disclosure-unsafe` naming the measure and the month.
 */
export function protectMeasures({ months, series }: Grids, progress?: Progress): ProtectedMeasures {
  const shown: ProtectedMeasures = new Map();
  for (const [index, { id, scale }] of MEASURES.entries()) {
    const counts = kindOf(id) === "count";
    const population = OF_EVERY_COMPANY.has(id) ? undefined : shown.get(POPULATION);
    shown.set(
      id,
      protectSeries({
        name: id,
        months,
        grids: series.get(id)!,
        rules: counts ? COUNT_RULES : BUSINESS_RULES,
        scale,
        counts,
        population,
        bounded: PART_OF_POPULATION.has(id),
      }),
    );
    progress?.({ item: id, done: index + 1, total: MEASURES.length });
  }
  return shown;
}

function kindOf(id: Measure["id"]): string {
  return INDICATORS.find((indicator) => indicator.id === id)!.kind;
}

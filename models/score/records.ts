import { parseBatch } from "../../src/lib/batch.js";
import type { Counterfactual } from "../../src/lib/counterfactual/counterfactual.js";
import { explainScore } from "../../src/lib/explanation.js";
import { formatMonthLong } from "../../src/lib/format/calendar.js";
import { NO_BREAK_SPACE } from "../../src/lib/format/typography.js";
import { ALERTS, type ListRecord } from "../../src/lib/listRecord.js";
import { recorded } from "../counterfactual/recorded.js";
import type { Adjustment } from "../rules/adjust.js";
import type { Judgement } from "./judge.js";
import { variablesOf } from "./variables.js";

/**
 * The lines of the list of a batch, in the order of the frame: companies flagged before or after
 * expert rules.
 */
export function* listRecords(
  { model, day, frame, rows, prediction, bars }: Judgement,
  adjustments: readonly Adjustment[],
  counterfactuals: readonly (Counterfactual | undefined)[],
  batch: string,
): Generator<ListRecord> {
  const variables = variablesOf(frame, prediction, rows);
  const liste = listName(batch);
  for (const row of rows) {
    const { before, level, rules } = adjustments[row]!;
    if (before === "aucun" && level === "aucun") continue;
    const explanation = explainScore(model.base, variables(row));
    yield {
      siren: frame.siren[row]!,
      liste,
      batch,
      algo: model.id,
      periode: day,
      score: prediction.probability[row]!,
      logOdds: prediction.eta[row]!,
      seuilFort: bars(row).fort,
      seuilModere: bars(row).modere,
      alertPreRedressements: ALERTS[before],
      alert: ALERTS[level],
      redressements: rules,
      baisse: recorded(counterfactuals[row]),
      selectConcerning: explanation.selectConcerning,
      selectReassuring: explanation.selectReassuring,
      macroRadar: explanation.macroRadar,
      macroExpl: explanation.macroExpl,
      microExpl: explanation.microExpl,
    };
  }
}

/** « Octobre 2026 » for 2610. */
export function listName(batch: string): string {
  const name = formatMonthLong(parseBatch(batch).dateFin).replaceAll(NO_BREAK_SPACE, " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

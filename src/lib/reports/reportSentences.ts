import { changeBetween, formatChange } from "../format/change.js";
import { formatNumber } from "../format/number.js";
import type { ReportFact } from "./reportFacts.js";
import type { ReportKind } from "./reportPeriods.js";

const SPANS: Record<ReportKind, string> = {
  annuel: "par rapport à l’année précédente",
  trimestriel: "par rapport au trimestre précédent",
};

/** « Fiches consultées : 612, en hausse de 4,1 % par rapport à l’année précédente », for those that are published. */
export function reportSentences(facts: readonly ReportFact[], kind: ReportKind): string[] {
  return facts.flatMap(({ label, now, before, kind: measured }) => {
    if (typeof now !== "number") return [];
    const change = changeBetween(now, before, measured);
    const words = change ? `, ${formatChange(change, SPANS[kind])}` : "";
    return [`${label} : ${formatNumber(now)}${words}.`];
  });
}

/** Facts that a report cannot tell, by label. */
export function untold(facts: readonly ReportFact[]): string[] {
  return facts.flatMap(({ label, now }) => (typeof now === "number" ? [] : [label]));
}

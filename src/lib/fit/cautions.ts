import { formatCount } from "../format/plural.js";
import type { Model } from "../model.js";
import type { PartFit } from "./parts.js";

/**
 * Events a coefficient below which estimates are unstable (P. Peduzzi et al., « A simulation study of
 * the number of events per variable in logistic regression analysis », J. Clin. Epidemiol. 49, 1996).
 * Companies with an event are counted, not their months, which share it.
 */
const EVENTS_A_COEFFICIENT = 10;

/** What a fit on few companies must not leave unsaid: too few events, and thresholds that flag nobody. */
export function cautions(
  fits: readonly PartFit[],
  { withoutStrongSignals: { confusion } }: Model["evaluation"],
): Model["warnings"] {
  return [...fits.flatMap(fewEvents), ...flagsNobody(confusion)];
}

function fewEvents({ part, equation, sheet }: PartFit): Model["warnings"] {
  const failed = new Set(sheet.company.filter((_, row) => sheet.outcome[row] === 1)).size;
  const { k } = equation.fit;
  if (failed >= EVENTS_A_COEFFICIENT * k) return [];
  return [
    {
      code: "few-events",
      terms: [],
      message: `l’équation « ${part.spec} » a appris de ${formatCount(failed, "entreprise défaillante", "entreprises défaillantes")} pour ${formatCount(k, "coefficient")} : en dessous de ${EVENTS_A_COEFFICIENT} par coefficient, les poids sont instables`,
    },
  ];
}

function flagsNobody({ fort, modere }: Model["evaluation"]["withStrongSignals"]["confusion"]) {
  const flagged = ({ truePositives, falsePositives }: typeof fort) =>
    truePositives + falsePositives;
  if (flagged(modere) === 0) return [silent("ni risque fort ni risque modéré")];
  return flagged(fort) === 0 ? [silent("aucun risque fort")] : [];
}

const silent = (what: string) => ({
  code: "flags-nobody",
  terms: [],
  message: `sur le test, le modèle ne signale personne (${what}) : trop peu d’entreprises pour choisir des seuils, la liste sera vide ou presque`,
});

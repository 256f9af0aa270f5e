import { formatNumber, formatPercent } from "../format/number.js";
import { formatCount } from "../format/plural.js";
import { formatPoints } from "../format/points.js";
import { NO_BREAK_SPACE } from "../format/typography.js";
import { ALIKE } from "../matching/standardisedDifference.js";
import {
  COVARIATES,
  type Comparison,
  type EffectTable,
  MAIN_HORIZON,
  MAIN_OUTCOME,
  OUTCOMES,
  type OutcomeId,
} from "./effectTable.js";

/** The result of an outcome so many months after, when it is told. */
export function resultOf(
  { outcomes }: EffectTable,
  outcome: OutcomeId,
  horizon: number,
): Comparison | undefined {
  const found = outcomes.find((row) => row.outcome === outcome && row.horizon === horizon)?.result;
  return found && found !== "s" ? found : undefined;
}

/** « Un an après, les entreprises accompagnées n’entrent ni plus ni moins en procédure que leurs semblables ». */
export function mainFinding(table: EffectTable): string {
  const result = resultOf(table, MAIN_OUTCOME, MAIN_HORIZON);
  if (!result) return "Trop peu d’entreprises accompagnées pour les comparer à d’autres";
  const { low, high, value } = result.difference;
  if (low <= 0 && high >= 0)
    return "Un an après, les procédures ne sont ni plus ni moins fréquentes, de façon mesurable, chez les entreprises accompagnées";
  return `Un an après, les procédures sont ${value < 0 ? "moins" : "plus"} fréquentes de ${formatPoints(100 * Math.abs(value))} chez les entreprises accompagnées que chez leurs semblables`;
}

/** « 19,2 % des 125 accompagnées, 20,0 % de leurs semblables », with what the interval allows. */
export function mainSentence(table: EffectTable): string {
  const result = resultOf(table, MAIN_OUTCOME, MAIN_HORIZON);
  if (!result) return "";
  const { pairs, treated, control, difference, detectable } = result;
  const share = (count: number) => formatPercent((100 * count) / pairs);
  const points = (value: number) => formatPoints(100 * value);
  return `Sur ${formatCount(pairs, "paire")}, une procédure s’est ouverte dans l’année pour ${share(treated)} des entreprises accompagnées et ${share(control)} de leurs semblables : un écart de ${points(difference.value)}, que le hasard seul pourrait porter entre ${points(difference.low)} et ${points(difference.high)}. Avec si peu de paires, un effet de moins de ${points(detectable)} passerait le plus souvent inaperçu.`;
}

/** « Les deux groupes se ressemblent, sauf sur un point : effectif ». */
export function balanceFinding({ balance }: EffectTable): string {
  const known = balance.filter(({ after }) => after !== null);
  if (known.length === 0) return "Trop peu de paires pour juger de leur ressemblance";
  const apart = known.filter(({ after }) => Math.abs(after!) > ALIKE);
  if (apart.length === 0)
    return "Après l’appariement, les deux groupes se ressemblent sur tout ce qui est connu";
  const names = apart.map(({ covariate }) => withoutCapital(COVARIATES[covariate])).join(", ");
  return `Après l’appariement, un écart demeure sur ${apart.length === 1 ? "un point" : `${apart.length} points`} : ${names}`;
}

const withoutCapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The check that must find nothing: what was lost before the start. */
export function placeboFinding({ placebo }: EffectTable): string {
  if (!placebo || placebo === "s") return "Trop peu de paires pour l’épreuve à blanc.";
  const { low, high, value } = placebo.difference;
  const told = `${formatPoints(100 * value)} (de ${formatPoints(100 * low)} à ${formatPoints(100 * high)})`;
  return low <= 0 && high >= 0
    ? `L’épreuve à blanc est passée : l’année d’avant, que l’accompagnement n’a pas pu changer, l’écart de pertes d’emploi entre les deux groupes n’est pas mesurable, ${told}.`
    : `L’épreuve à blanc échoue : les deux groupes différaient déjà l’année d’avant, de ${told}. Les écarts qui suivent ne peuvent donc pas être attribués à l’accompagnement.`;
}

/** What something unseen would take to explain the main result, or why the question does not arise. */
export function sensitivityFinding(table: EffectTable): string {
  const result = resultOf(table, MAIN_OUTCOME, MAIN_HORIZON);
  if (!result) return "";
  if (result.gamma === null)
    return "L’écart principal ne se distingue pas du hasard : il n’y a pas d’effet dont on devrait craindre qu’une cause cachée l’explique. Une cause cachée peut en revanche masquer un effet réel.";
  return `Une cause cachée qui multiplierait par plus de ${formatNumber(result.gamma, 2)} les chances d’être accompagnée suffirait à expliquer l’écart principal (borne de Rosenbaum).`;
}

/** Results that are told, named by their event and how long after. */
export function outcomeLines({ outcomes }: EffectTable) {
  return outcomes.flatMap(({ outcome, horizon, result }) =>
    result && result !== "s"
      ? [{ group: OUTCOMES[outcome].label, label: `${horizon}${NO_BREAK_SPACE}mois`, result }]
      : [],
  );
}

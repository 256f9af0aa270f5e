import type { Baseline, Origin, Verdict } from "./evaluation.js";
import { formatMonthLong } from "./format/calendar.js";
import { formatNumber } from "./format/number.js";
import { formatCount } from "./format/plural.js";
import type { PublicEvaluation } from "./publicEvaluation.js";

/** Area under the ROC curve of a draw at random. */
export const CHANCE_AREA = 0.5;

const area = (value: number): string => formatNumber(value, 2);

/** Title of the areas of the model and of simpler scores: the model against the best of these. */
export function baselineFinding(baselines: readonly Baseline[]): string {
  const areas = baselines.flatMap(({ id, label, measures }) => {
    const { value, low, high } = measures?.auc ?? {};
    return typeof value === "number" ? [{ id, label, value, low, high }] : [];
  });
  const model = areas.find(({ id }) => id === "modele");
  const [best] = areas.filter(({ id }) => id !== "modele").sort((a, b) => b.value - a.value);
  if (!model || !best) return "La comparaison avec plus simple n’est pas définie";
  const figures = `aire ROC de ${area(model.value)}, contre ${area(best.value)} pour « ${best.label} »`;
  if (model.value <= best.value)
    return `Le modèle ne classe pas mieux que plus simple : ${figures}`;
  const isApart = typeof model.low === "number" && model.low > (best.high ?? 1);
  return isApart
    ? `Le modèle classe nettement mieux que plus simple : ${figures}`
    : `Le modèle classe mieux que plus simple, d’un écart encore incertain : ${figures}`;
}

/** Title of the areas by origin in time: how many stay above chance, and between which values. */
export function backtestFinding(origins: readonly Pick<Origin, "month" | "auc">[]): string {
  const areas = origins.flatMap(({ auc: { value } }) => (value === null ? [] : [value]));
  if (areas.length === 0) return "Aucune date passée ne permet de juger le modèle";
  const [least, most] = [Math.min(...areas), Math.max(...areas)];
  const figures = `aire ROC de ${area(least)}${most > least ? ` à ${area(most)}` : ""}`;
  const dates = formatCount(origins.length, "date");
  const unclear = origins.filter(({ auc: { low } }) => low === null || low <= CHANCE_AREA).length;
  if (unclear === 0) return `Refait à ${dates}, le modèle fait mieux que le hasard : ${figures}`;
  if (unclear === origins.length)
    return `Refait à ${dates}, le modèle ne se distingue pas du hasard : ${figures}`;
  return `Refait à ${dates}, le modèle fait mieux que le hasard à ${origins.length - unclear} : ${figures}`;
}

const SCORE_STANDS: Record<Verdict, string> = {
  stable: "la répartition des scores reste celle de l’apprentissage",
  a_surveiller: "la répartition des scores commence à s’écarter de l’apprentissage",
  alerte: "la répartition des scores s’est écartée de celle de l’apprentissage",
};

/** Title of the drift: where the score and the variables of the model stand in the last month. */
export function driftFinding(drift: PublicEvaluation["drift"], month: string): string {
  const score = drift.find(({ name }) => name === "score")?.last ?? "stable";
  const moved = drift.filter(
    ({ name, inModel, last }) => inModel && name !== "score" && last !== "stable",
  );
  const stands = `En ${formatMonthLong(month)}, ${SCORE_STANDS[score]}`;
  if (moved.length === 0) return `${stands}, et les signes que le modèle lit ne bougent pas`;
  if (moved.length === 1)
    return `${stands} ; un signe que le modèle lit bouge : « ${moved[0]!.label} »`;
  return `${stands} ; ${formatCount(moved.length, "signe")} que le modèle lit bougent`;
}

import { html } from "npm:htl";
import { DRIFT_LIMITS } from "../lib/drift.js";
import {
  backtestFinding,
  baselineFinding,
  CHANCE_AREA,
  driftFinding,
} from "../lib/evaluationFindings.js";
import { fairnessFinding, RATE_WORDS, segmentRates } from "../lib/fairness.js";
import { formatPeriod } from "../lib/format/calendar.js";
import { formatNumber, formatPercent } from "../lib/format/number.js";
import type { PublicEvaluation } from "../lib/publicEvaluation.js";
import { backtestChart } from "./backtestChart.js";
import { driftChart } from "./driftChart.js";
import { backtestData, baselineData, driftByMonthData, rateData } from "./evaluationTables.js";
import { figure } from "./figure.js";
import { intervalDots } from "./intervalDots.js";
import type { Source } from "./sourceLine.js";

/** What the figures of an evaluation share. */
export interface Told {
  evaluation: PublicEvaluation;
  source: Source;
  /** Start of the names of the downloaded files. */
  file: string;
}

const WITHOUT = "sans les signaux forts";

const SHOWN_BIAS =
  "Un groupe où trop peu d’entreprises sont signalées n’est pas montré : ceux qui restent sont plutôt au-dessus de l’ensemble.";

/** The model beside simpler scores. */
export function baselineFigure({ evaluation, source, file }: Told): HTMLElement {
  const { baselines, test } = evaluation;
  const rows = baselines.flatMap(({ label, measures }) => {
    const { value, low, high } = measures?.auc ?? {};
    if (typeof value !== "number") return [];
    return [{ label, group: "", value, low: low ?? value, high: high ?? value }];
  });
  return figure({
    title: baselineFinding(baselines),
    subtitle: `Aire sous la courbe ROC et intervalle à 95 %, mêmes cas, ${WITHOUT}, ${formatPeriod(test.from, test.to)}.`,
    chart: intervalDots({
      rows,
      from: Math.min(CHANCE_AREA, ...rows.map(({ low }) => low)),
      format: (value) => formatNumber(value, 2),
      reference: { label: "hasard", value: CHANCE_AREA },
    }),
    source,
    data: baselineData(baselines),
    file: `${file}-comparaison`,
    notes: baselines.flatMap(({ label, note }) => (note === "" ? [] : `${label} : ${note}.`)),
  });
}

/** The model as it would have been at former dates. */
export function backtestFigure({ evaluation: { backtest }, source, file }: Told): HTMLElement {
  if (backtest.length === 0)
    return html`<p>Les données ne remontent pas assez loin pour refaire le modèle à une date passée.</p>`;
  return figure({
    title: backtestFinding(backtest),
    subtitle: `Aire sous la courbe ROC et intervalle à 95 %, ${WITHOUT}, selon le mois à partir duquel le modèle, ajusté sur les seules issues alors connues, est jugé.`,
    chart: backtestChart(backtest),
    source,
    data: backtestData(backtest),
    file: `${file}-autres-dates`,
  });
}

/** Who is flagged, who is missed: a figure a rate, where two groups at least can be told. */
export function fairnessFigures(
  { evaluation: { fairness }, source, file }: Told,
  whole: Record<keyof typeof RATE_WORDS, number>,
): HTMLElement[] {
  return (["alertRate", "missRate"] as const).flatMap((rate) => {
    const rows = segmentRates(fairness, rate);
    if (rows.length < 2) return [];
    return figure({
      title: fairnessFinding(rows, rate, whole[rate]),
      subtitle: `Part ${RATE_WORDS[rate]}, à un niveau ou l’autre, ${WITHOUT}, et intervalle à 95 %. Ne sont montrés que les groupes où le secret statistique le permet.`,
      chart: intervalDots({
        rows,
        from: 0,
        format: (value) => formatPercent(100 * value, 0),
        reference: {
          label: `ensemble\u00a0: ${formatPercent(100 * whole[rate])}`,
          value: whole[rate],
        },
      }),
      source,
      data: rateData(rate, rows),
      file: `${file}-${rate === "alertRate" ? "signalees" : "manquees"}`,
      notes: rate === "alertRate" ? [SHOWN_BIAS] : [],
    });
  });
}

/** How far the score and the variables have moved since the training. */
export function driftFigure({ evaluation, source, file }: Told): HTMLElement {
  const { drift, driftByMonth } = evaluation;
  const { months, reference } = driftByMonth;
  const limits = [DRIFT_LIMITS.watch, DRIFT_LIMITS.alert].map((limit) =>
    formatNumber(limit, limit === DRIFT_LIMITS.watch ? 1 : 2),
  );
  return figure({
    title: driftFinding(drift, months.at(-1) ?? ""),
    subtitle: `Indice de stabilité de la population (PSI) de chaque mois par rapport à l’apprentissage (${formatPeriod(reference.from, reference.to)}), échelle logarithmique : à surveiller à partir de ${limits[0]}, alerte à partir de ${limits[1]}. Le score, puis la variable de chaque famille qui s’est le plus écartée ; point rouge : mois en alerte.`,
    chart: driftChart(driftByMonth),
    source,
    data: driftByMonthData(driftByMonth),
    file: `${file}-derive`,
    notes: [
      "Un indice en alerte dit que les entreprises ont changé, pas que le modèle se trompe. Aux premiers mois, une évolution sur un an n’est pas encore calculable ; une source retirée fait monter l’indice pour de bon.",
      "Un mois de peu d’entreprises peut passer une limite par hasard : la liste des variables qui ont bougé ne compte qu’au-delà de ce que le hasard donne une fois sur mille.",
    ],
  });
}

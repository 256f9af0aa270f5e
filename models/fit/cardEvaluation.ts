import { SMALL_GROUP } from "../../src/lib/disclosure/primary.js";
import type { EvaluationReport, Verdict } from "../../src/lib/evaluation.js";
import { DIMENSIONS } from "../../src/lib/fairness.js";
import { formatMonthLong, formatPeriod } from "../../src/lib/format/calendar.js";
import { formatNumber } from "../../src/lib/format/number.js";
import type { Estimate } from "../../src/lib/metrics/clusterBootstrap.js";
import { type PublicEvaluation, publicEvaluation } from "../../src/lib/publicEvaluation.js";

/** What a card quotes of `evaluation.json`: nothing the site would not publish. */
export interface CardEvaluation {
  performance: string;
  backtest: string;
  fairness: string;
  drift: string;
}

/** The evaluation of a model in Markdown; before it, one line that says so. */
export function cardEvaluation(report: EvaluationReport | undefined): CardEvaluation {
  if (!report) {
    const absent =
      "Pas encore mesuré : « vigie evaluate » complète cette fiche depuis `evaluation.json`.";
    return { performance: absent, backtest: absent, fairness: absent, drift: absent };
  }
  const shown = publicEvaluation(report, SMALL_GROUP);
  return {
    performance: performance(shown),
    backtest: backtest(shown),
    fairness: fairness(shown),
    drift: drift(shown, report),
  };
}

function performance({ baselines, replicates, test }: PublicEvaluation): string {
  const lines = baselines.map(
    ({ label, measures }) =>
      `| ${label} | ${number(measures?.auc, 3)} | ${number(measures?.averagePrecision, 3)} | ${number(measures?.brier, 4)} | ${number(measures?.slope, 2)} |`,
  );
  return [
    `Sur les mêmes entreprises tenues à l’écart, ${formatPeriod(test.from, test.to)}, sans les signaux forts. Entre parenthèses, l’intervalle à 95 % sur ${formatNumber(replicates)} tirages d’entreprises au plus, chacune avec tous ses mois.`,
    table(["Score", "Aire ROC", "Précision moyenne", "Brier", "Pente de calibration"], lines),
  ].join("\n\n");
}

function backtest({ backtest: origins }: PublicEvaluation): string {
  if (origins.length === 0)
    return "Les données ne remontent pas assez loin pour refaire le modèle à une date passée.";
  const lines = origins.map(
    ({ month, test, withoutStrongSignals: { auc, averagePrecision, slope } }) =>
      `| ${formatMonthLong(month)} | ${formatNumber(test.rows)} | ${formatNumber(auc, 3)} | ${formatNumber(averagePrecision, 3)} | ${formatNumber(slope, 2)} |`,
  );
  return [
    "Le même modèle, ajusté comme il l’aurait été à ces dates, sur les seules issues alors connues, puis jugé sur les mois suivants.",
    table(["À partir de", "Cas du test", "Aire ROC", "Précision moyenne", "Pente"], lines),
  ].join("\n\n");
}

function fairness({ fairness: segments }: PublicEvaluation): string {
  const told = segments.filter(({ alertRate, missRate }) => alertRate ?? missRate);
  const hidden = segments.length - told.length;
  const rest =
    hidden === 0
      ? ""
      : ` Non publiés, faute d’assez d’entreprises : ${formatNumber(hidden)} des ${formatNumber(segments.length)} segments.`;
  const intro = `Cas signalés à un niveau ou l’autre, et défaillances qu’aucun niveau n’avait signalées, sans les signaux forts.${rest}`;
  if (told.length === 0) return intro;
  const lines = told.map(
    ({ dimension, label, alertRate, missRate }) =>
      `| ${DIMENSIONS[dimension]} | ${label} | ${share(alertRate)} | ${share(missRate)} |`,
  );
  return [
    intro,
    table(["Selon", "Segment", "Cas signalés", "Défaillances manquées"], lines, 2),
  ].join("\n\n");
}

const VERDICTS: Record<Verdict, string> = {
  stable: "stable",
  a_surveiller: "à surveiller",
  alerte: "alerte",
};

function drift({ drift: moved }: PublicEvaluation, { drift: all }: EvaluationReport): string {
  const used = moved.filter(({ inModel, name }) => inModel || name === "score");
  const intro = `Indice de stabilité (PSI) de chaque variable et du score entre l’apprentissage et chaque mois, ${formatPeriod(all.months[0] ?? "", all.months.at(-1) ?? "")} : stable sous 0,1, alerte à partir de 0,25. Du modèle, ${formatNumber(used.length)} au moins à surveiller un mois, score compris.`;
  if (used.length === 0) return intro;
  const lines = used.map(
    ({ label, month, psi, worst, last }) =>
      `| ${label} | ${month ? formatMonthLong(month) : "—"} | ${formatNumber(psi, 2)} | ${VERDICTS[worst]} | ${VERDICTS[last]} |`,
  );
  return [
    intro,
    table(["Variable", "Pire mois", "PSI", "Ce mois-là", "Au dernier mois"], lines, 2),
  ].join("\n\n");
}

/** The first `texts` columns to the left, the numbers to the right. */
function table(headings: readonly string[], lines: readonly string[], texts = 1): string {
  const marks = headings.map((_, column) => (column < texts ? "---" : "--:"));
  return [`| ${headings.join(" | ")} |`, `|${marks.join("|")}|`, ...lines].join("\n");
}

function number(estimate: Estimate | null | undefined, decimals: number): string {
  return interval(estimate, (value) => formatNumber(value, decimals));
}

function share(estimate: Estimate | null): string {
  return interval(estimate, (value) => `${formatNumber(100 * value, 1)}\u202f%`);
}

function interval(
  estimate: Estimate | null | undefined,
  format: (value: number) => string,
): string {
  if (!estimate || estimate.value === null) return "—";
  const { value, low, high } = estimate;
  if (low === null || high === null) return format(value);
  return `${format(value)} (${format(low)} à ${format(high)})`;
}

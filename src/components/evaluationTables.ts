import type { ChartedDrift } from "../lib/chartedDrift.js";
import type { Baseline, Origin, PublishedPerformance, Verdict } from "../lib/evaluation.js";
import { DIMENSIONS, RATE_WORDS, type SegmentRate } from "../lib/fairness.js";
import { formatMonth, formatMonthLong } from "../lib/format/calendar.js";
import { formatNumber, formatPercent } from "../lib/format/number.js";
import { NO_BREAK_SPACE, nonBreaking } from "../lib/format/typography.js";
import type { Estimate } from "../lib/metrics/clusterBootstrap.js";
import type { PublicEvaluation, PublicSegment } from "../lib/publicEvaluation.js";
import type { DataTable } from "./dataTable.js";

export const VERDICTS: Record<Verdict, string> = {
  stable: "stable",
  a_surveiller: "à surveiller",
  alerte: "alerte",
};

/** Under the secrecy rule, or not defined. */
const NOT_SHOWN = "—";

/** `0,74 (0,61 à 0,88)`, cut before the interval only. */
function interval(
  estimate: Estimate | null | undefined,
  format: (value: number) => string,
): string {
  if (!estimate || estimate.value === null) return NOT_SHOWN;
  const { value, low, high } = estimate;
  if (low === null || high === null) return format(value);
  return `${format(value)} (${[format(low), "à", format(high)].join(NO_BREAK_SPACE)})`;
}

const number = (estimate: Estimate | null | undefined, decimals: number): string =>
  interval(estimate, (value) => formatNumber(value, decimals));
const share = (estimate: Estimate | null): string =>
  interval(estimate, (value) => formatPercent(100 * value));

/** The model beside what it must beat, on the same cases. */
export function baselineData(baselines: readonly Baseline[]): DataTable<Baseline> {
  return {
    caption: "Le modèle et ses points de comparaison, mêmes cas, intervalles à 95 %",
    columns: [
      { label: "Score", value: ({ label }) => label },
      { label: "Aire ROC", value: ({ measures }) => number(measures?.auc, 2), numeric: true },
      {
        label: "Précision moyenne",
        value: ({ measures }) => number(measures?.averagePrecision, 2),
        numeric: true,
      },
      { label: "Brier", value: ({ measures }) => number(measures?.brier, 4), numeric: true },
      {
        label: "Comment",
        value: ({ note }) => note,
        text: ({ note }) => nonBreaking(note),
        prose: true,
      },
    ],
    rows: baselines,
  };
}

/** What the service has published of its own models; never comparable line by line. */
export function publishedData(
  published: readonly PublishedPerformance[],
): DataTable<PublishedPerformance> {
  const plain = (value: number | null) => (value === null ? NOT_SHOWN : formatNumber(value, 2));
  return {
    caption: "Ce que le service a publié de ses modèles : autres données, autres dates",
    columns: [
      { label: "Date", value: ({ date }) => date, text: ({ date }) => formatMonth(date) },
      {
        label: "Modèle et cas jugés",
        value: ({ model, set }) => `${model} ; ${set}`,
        text: ({ model, set }) => nonBreaking(`${model} ; ${set}`),
        prose: true,
      },
      { label: "Aire ROC", value: ({ auc }) => auc, text: ({ auc }) => plain(auc), numeric: true },
      {
        label: "Précision moyenne",
        value: ({ averagePrecision }) => averagePrecision,
        text: ({ averagePrecision }) => plain(averagePrecision),
        numeric: true,
      },
      { label: "Source", value: ({ source }) => source, prose: true },
    ],
    rows: published,
  };
}

/** The specification fitted again as at former dates. */
export function backtestData(backtest: readonly Origin[]): DataTable<Origin> {
  return {
    caption: "Le même modèle, tel qu’il aurait été ajusté à d’autres dates, sans les signaux forts",
    columns: [
      {
        label: "À partir de",
        value: ({ month }) => month,
        text: ({ month }) => formatMonthLong(month),
      },
      { label: "Aire ROC", value: ({ auc }) => number(auc, 2), numeric: true },
      {
        label: "Précision moyenne",
        value: ({ withoutStrongSignals: { averagePrecision } }) =>
          formatNumber(averagePrecision, 2),
        numeric: true,
      },
      {
        label: "Pente de calibration",
        value: ({ withoutStrongSignals: { slope } }) => formatNumber(slope, 2),
        numeric: true,
      },
      {
        label: "Cas d’apprentissage",
        value: ({ training }) => training.rows,
        text: ({ training }) => formatNumber(training.rows),
        numeric: true,
      },
      {
        label: "Cas du test",
        value: ({ test }) => test.rows,
        text: ({ test }) => formatNumber(test.rows),
        numeric: true,
      },
    ],
    rows: backtest,
  };
}

/** A rate of the segments that may be told. */
export function rateData(
  rate: keyof typeof RATE_WORDS,
  rows: readonly SegmentRate[],
): DataTable<SegmentRate> {
  const percent = (label: string, key: "value" | "low" | "high") => ({
    label,
    value: (row: SegmentRate) => row[key],
    text: (row: SegmentRate) => formatPercent(100 * row[key]),
    numeric: true,
  });
  return {
    caption: `Part ${RATE_WORDS[rate]}, par groupe, sans les signaux forts, intervalles à 95 %`,
    columns: [
      { label: "Groupe", value: ({ label }) => label },
      { label: "Selon", value: ({ group }) => group },
      percent("Part", "value"),
      percent("de", "low"),
      percent("à", "high"),
    ],
    rows,
  };
}

/** All segments, told or not. */
export function fairnessData(fairness: readonly PublicSegment[]): DataTable<PublicSegment> {
  return {
    caption: "Entreprises signalées et défaillances manquées, par groupe, sans les signaux forts",
    columns: [
      { label: "Groupe", value: ({ label }) => label },
      { label: "Selon", value: ({ dimension }) => DIMENSIONS[dimension] },
      {
        label: "Entreprises du test",
        value: ({ companies }) => companies,
        text: ({ companies }) => (companies === null ? NOT_SHOWN : formatNumber(companies)),
        numeric: true,
      },
      { label: "Cas signalés", value: ({ alertRate }) => share(alertRate), numeric: true },
      { label: "Défaillances manquées", value: ({ missRate }) => share(missRate), numeric: true },
    ],
    rows: fairness,
  };
}

/** What the drift chart draws: a month a row, a column a panel. */
export function driftByMonthData({ months, series }: ChartedDrift): DataTable<number> {
  return {
    caption: "Indice de stabilité (PSI) de chaque mois par rapport à l’apprentissage",
    columns: [
      {
        label: "Mois",
        value: (at) => months[at],
        text: (at) => formatMonth(months[at] ?? ""),
      },
      ...series.map(({ label, psi }) => ({
        label,
        value: (at: number) => psi[at],
        text: (at: number) => shownIndex(psi[at]),
        numeric: true,
      })),
    ],
    rows: months.map((_, at) => at),
  };
}

function shownIndex(psi: number | null | undefined): string {
  return typeof psi === "number" ? formatNumber(psi, 2) : NOT_SHOWN;
}

/** Variables that have moved since the training. */
export function driftData(
  drift: PublicEvaluation["drift"],
): DataTable<PublicEvaluation["drift"][number]> {
  return {
    caption: "Variables dont la distribution s’est écartée de celle de l’apprentissage",
    columns: [
      { label: "Variable", value: ({ label }) => label, prose: true },
      { label: "Dans le modèle", value: ({ inModel }) => (inModel ? "oui" : "non") },
      {
        label: "Pire mois",
        value: ({ month }) => month,
        text: ({ month }) => formatMonth(month),
      },
      {
        label: "Indice (PSI)",
        value: ({ psi }) => psi,
        text: ({ psi }) => formatNumber(psi, 2),
        numeric: true,
      },
      { label: "Ce mois-là", value: ({ worst }) => VERDICTS[worst] },
      { label: "Au dernier mois", value: ({ last }) => VERDICTS[last] },
    ],
    rows: drift,
  };
}

import { html } from "npm:htl";
import type { Dimension, Verdict } from "../lib/evaluation.js";
import { formatMonthLong } from "../lib/format/calendar.js";
import { formatNumber, formatPercent } from "../lib/format/number.js";
import type { Estimate } from "../lib/metrics/clusterBootstrap.js";
import type { PublicEvaluation } from "../lib/publicEvaluation.js";
import { dataTable } from "./dataTable.js";

const DIMENSIONS: Record<Dimension, string> = {
  region: "Région",
  secteur: "Secteur",
  taille: "Taille",
  age: "Âge",
};

const VERDICTS: Record<Verdict, string> = {
  stable: "stable",
  a_surveiller: "à surveiller",
  alerte: "alerte",
};

/** Under the secrecy rule, or not defined. */
const NOT_SHOWN = "—";

/** `0,74 (0,61 à 0,88)`. */
function number(estimate: Estimate | null | undefined, decimals: number): string {
  return interval(estimate, (value) => formatNumber(value, decimals));
}

/** `12,3 % (8,0 % à 17,1 %)`. */
function share(estimate: Estimate | null): string {
  return interval(estimate, (value) => formatPercent(100 * value));
}

function interval(
  estimate: Estimate | null | undefined,
  format: (value: number) => string,
): string {
  if (!estimate || estimate.value === null) return NOT_SHOWN;
  const { value, low, high } = estimate;
  if (low === null || high === null) return format(value);
  return `${format(value)} (${format(low)} à ${format(high)})`;
}

/** The model beside what it must beat, on the same cases. */
export function baselineTable({ baselines }: PublicEvaluation): HTMLElement {
  return dataTable({
    caption: "Le modèle et ses points de comparaison, mêmes cas, intervalles à 95 %",
    columns: [
      { label: "Score", value: ({ label }) => label },
      { label: "AUC", value: ({ measures }) => number(measures?.auc, 2), numeric: true },
      {
        label: "Précision moyenne",
        value: ({ measures }) => number(measures?.averagePrecision, 2),
        numeric: true,
      },
      { label: "Brier", value: ({ measures }) => number(measures?.brier, 4), numeric: true },
      { label: "Comment", value: ({ note }) => note, prose: true },
    ],
    rows: baselines,
  });
}

/** What the service has published of its own models; never comparable line by line. */
export function publishedTable({ published }: PublicEvaluation): HTMLElement {
  const plain = (value: number | null) => (value === null ? NOT_SHOWN : formatNumber(value, 2));
  return dataTable({
    caption: "Ce que le service a publié de ses modèles : autres données, autres dates",
    columns: [
      { label: "Date", value: ({ date }) => date, text: ({ date }) => formatMonthLong(date) },
      { label: "Modèle", value: ({ model }) => model, prose: true },
      { label: "Évalué sur", value: ({ set }) => set, prose: true },
      { label: "AUC", value: ({ auc }) => auc, text: ({ auc }) => plain(auc), numeric: true },
      {
        label: "Précision moyenne",
        value: ({ averagePrecision }) => averagePrecision,
        text: ({ averagePrecision }) => plain(averagePrecision),
        numeric: true,
      },
      { label: "Source", value: ({ source }) => source },
    ],
    rows: published,
  });
}

/** The specification fitted again as at former dates. */
export function backtestTable({ backtest }: PublicEvaluation): HTMLElement {
  return dataTable({
    caption: "Le même modèle, tel qu’il aurait été ajusté à d’autres dates, sans les signaux forts",
    columns: [
      {
        label: "À partir de",
        value: ({ month }) => month,
        text: ({ month }) => formatMonthLong(month),
      },
      {
        label: "Cas d’apprentissage",
        value: ({ training }) => formatNumber(training.rows),
        numeric: true,
      },
      { label: "Cas du test", value: ({ test }) => formatNumber(test.rows), numeric: true },
      {
        label: "AUC",
        value: ({ withoutStrongSignals: { auc } }) => formatNumber(auc, 2),
        numeric: true,
      },
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
    ],
    rows: backtest,
  });
}

/** Who is flagged, who is missed. */
export function fairnessTable({ fairness }: PublicEvaluation): HTMLElement {
  return dataTable({
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
  });
}

/** Variables that have moved since the training. */
export function driftTable({ drift }: PublicEvaluation): HTMLElement {
  if (drift.length === 0) return html`<p>Aucune variable n’a dérivé.</p>`;
  return dataTable({
    caption: "Variables dont la distribution s’est écartée de celle de l’apprentissage",
    columns: [
      { label: "Variable", value: ({ label }) => label },
      { label: "Dans le modèle", value: ({ inModel }) => (inModel ? "oui" : "non") },
      {
        label: "Pire mois",
        value: ({ month }) => month,
        text: ({ month }) => month && formatMonthLong(month),
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
  });
}

import { formatNumber, formatPercent } from "../lib/format/number.js";
import { LEVELS } from "../lib/levels.js";
import type { Evaluation, Model } from "../lib/model.js";
import type { DataTable } from "./dataTable.js";

interface Row {
  label: string;
  counts: Evaluation["confusion"]["fort"];
}

type Count = keyof Row["counts"];

/** What became of the companies above and below each threshold, in both views. */
export function confusionData({
  withStrongSignals,
  withoutStrongSignals,
}: Model["evaluation"]): DataTable<Row> {
  const count = (label: string, name: Count) => column(label, name, formatNumber);
  const share = (label: string, name: Count) =>
    column(label, name, (value) => formatPercent(100 * value));
  return {
    caption: "Résultats aux deux seuils, avec et sans les signaux forts",
    columns: [
      { label: "Vue et niveau", value: ({ label }) => label },
      count("Signalées et défaillantes", "truePositives"),
      count("Signalées et saines", "falsePositives"),
      count("Manquées", "falseNegatives"),
      count("Saines, non signalées", "trueNegatives"),
      share("Précision", "precision"),
      share("Rappel", "recall"),
    ],
    rows: [
      ...rowsOf("Sans les signaux forts", withoutStrongSignals),
      ...rowsOf("Avec les signaux forts", withStrongSignals),
    ],
  };
}

function column(label: string, name: Count, format: (value: number) => string) {
  return {
    label,
    value: ({ counts }: Row) => counts[name],
    text: ({ counts }: Row) => format(counts[name]),
    numeric: true,
  };
}

function rowsOf(view: string, { confusion }: Evaluation): Row[] {
  return (["fort", "modere"] as const).map((level) => ({
    label: `${view}, ${LEVELS[level].label}`,
    counts: confusion[level],
  }));
}

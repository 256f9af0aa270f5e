import { formatMonth } from "../../lib/format/calendar.js";
import { formatPercent } from "../../lib/format/number.js";
import { FUNNEL_STEPS } from "../../lib/needs/funnelSteps.js";
import { funnelFinding } from "../../lib/needs/needFindings.js";
import type { NeedsTable } from "../../lib/needs/needsTable.js";
import type { BatchTable } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { RATE } from "../impact/impactMeasures.js";
import { rankedDots } from "../rankedDots.js";

/** What became of the needs of the last whole quarter, beside the quarter before. */
export function funnelFigure(needs: NeedsTable, batch: BatchTable, file: string): HTMLElement {
  const { funnel, funnelBefore } = needs;
  const rows = FUNNEL_STEPS.map(([label, key]) => ({
    label,
    key,
    value: funnel?.needs[key] ?? null,
    yearBefore: funnelBefore?.needs[key] ?? null,
  }));
  const parts = [
    ["Besoins", funnel?.needs],
    ["Besoins, trimestre précédent", funnelBefore?.needs],
    ["Mises en relation", funnel?.matches],
    ["Mises en relation, trimestre précédent", funnelBefore?.matches],
  ] as const;
  return figure({
    title: funnelFinding(needs),
    subtitle: `Part des besoins transmis dans le trimestre, en pourcentage. Point plein : ${formatMonth(funnel?.quarter ?? "")} ; point creux : ${formatMonth(funnelBefore?.quarter ?? "")}, avec le même dénominateur.`,
    chart: rankedDots({ rows, indicator: RATE, inOrder: true }),
    source: {
      name: "Place des Entreprises, mises en relation",
      batch,
      page: "stats/place-des-entreprises",
      anchor: "positionnement",
    },
    data: {
      caption: "Du besoin transmis à l’aide proposée",
      columns: [
        { label: "Étape", value: (row) => row.label },
        ...parts.map(([label, part]) => ({
          label,
          value: ({ key }: (typeof rows)[number]) => part?.[key] ?? null,
          text: ({ key }: (typeof rows)[number]) => percentOf(part?.[key]),
          numeric: true,
        })),
      ],
      rows,
    },
    file,
    notes: [
      "Un besoin est envoyé à un, deux ou trois conseillers : les parts des besoins et des mises en relation diffèrent.",
      "Une part qui livrerait un nombre de un ou deux n’est pas publiée.",
    ],
  });
}

const percentOf = (percent: number | null | undefined): string =>
  typeof percent === "number" ? formatPercent(percent, 0) : "non publié";

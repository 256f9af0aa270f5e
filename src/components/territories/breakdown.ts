import { cellColumn, changeColumn } from "../../lib/cellColumn.js";
import type { Column } from "../../lib/csv.js";
import { rankFinding } from "../../lib/findings.js";
import { formatMonth, formatMonthLong, yearBefore } from "../../lib/format/calendar.js";
import { formatCount } from "../../lib/format/plural.js";
import type { Indicator } from "../../lib/indicators.js";
import { measureOf } from "../../lib/labels.js";
import { standingFinding } from "../../lib/standing.js";
import type { BatchTable, Cell, Snapshot } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { rankedDots } from "../rankedDots.js";

export interface BreakdownRow extends Snapshot {
  label: string;
  /** The same in France, where the table compares with it. */
  france?: Cell;
  /** Address of its page. */
  href?: string;
}

export interface Breakdown {
  indicator: Indicator;
  /** Last period, `2026-09` or `2026-T3`. */
  period: string;
  rows: readonly BreakdownRow[];
  /** Drawn as a line, only for rates. */
  reference: { label: string; value: Cell };
  /** What the rows are: « secteurs », « publiés »; head of their column. */
  group: readonly [many: string, published: string, head: string];
  /** How the rows are cut, in the subtitle. */
  cut: string;
  /** Names the table and the files. */
  caption: string;
  file: string;
  batch: BatchTable;
  notes: readonly string[];
  /** Label of the row the page is about. */
  highlight?: string;
  inOrder?: boolean;
  /** Rows drawn, the highest first; the table has them all. */
  most?: number;
}

/** An indicator at the last period by sector, by size or by territory: dots, with the year before and the whole. */
export function breakdown({
  indicator,
  period,
  rows,
  reference,
  group: [many, published, head],
  cut,
  caption,
  file,
  batch,
  notes,
  highlight,
  inOrder = false,
  most = Number.POSITIVE_INFINITY,
}: Breakdown): HTMLElement {
  const isRate = indicator.kind === "rate";
  const drawn = highest(rows, most, highlight);
  const hidden = rows.filter(({ value }) => value === "s").length;
  return figure<BreakdownRow>({
    title:
      (highlight && standingFinding(indicator, rows, highlight, [many, published])) ||
      rankFinding(indicator, rows, [many, published]),
    subtitle: `${indicator.definition} ${measureOf(indicator)}, ${cut}. Point plein : ${formatMonth(period)} ; point creux : ${formatMonth(yearBefore(period))}${isRate ? ` ; trait : ${reference.label}` : ""}.`,
    chart: rankedDots({
      rows: drawn,
      indicator,
      inOrder,
      ...(isRate ? { reference } : {}),
      ...(highlight === undefined ? {} : { highlight }),
    }),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: {
      caption: `${caption}, ${formatMonthLong(period)}`,
      columns: columnsOf(head, period, indicator, rows),
      rows,
    },
    file,
    notes: [
      ...(drawn.length < rows.length
        ? [
            `Seules les ${drawn.length} valeurs les plus élevées sont dessinées ; le tableau les donne toutes.`,
          ]
        : []),
      ...(hidden > 0
        ? [
            `${formatCount(hidden, "valeur est masquée", "valeurs sont masquées")} par le secret statistique.`,
          ]
        : []),
      ...notes,
    ],
  });
}

function highest(
  rows: readonly BreakdownRow[],
  most: number,
  highlight: string | undefined,
): readonly BreakdownRow[] {
  if (rows.length <= most) return rows;
  const rank = ({ value }: BreakdownRow) =>
    typeof value === "number" ? value : Number.NEGATIVE_INFINITY;
  const kept = new Set([...rows].sort((a, b) => rank(b) - rank(a)).slice(0, most));
  return rows.filter((row) => kept.has(row) || row.label === highlight);
}

function columnsOf(
  head: string,
  period: string,
  indicator: Indicator,
  rows: readonly BreakdownRow[],
): Column<BreakdownRow>[] {
  const columns: Column<BreakdownRow>[] = [
    {
      label: head,
      value: ({ label }) => label,
      ...(rows.every(({ href }) => href) ? { href: ({ href }: BreakdownRow) => href! } : {}),
    },
    cellColumn(formatMonth(period), ({ value }) => value, indicator),
    cellColumn(formatMonth(yearBefore(period)), (row) => row.yearBefore, indicator),
    changeColumn(indicator),
  ];
  if (rows.some(({ france }) => france !== undefined)) {
    columns.push(cellColumn("France", ({ france }) => france ?? null, indicator));
  }
  return columns;
}

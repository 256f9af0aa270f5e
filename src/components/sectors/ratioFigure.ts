import { html } from "npm:htl";
import type { Column } from "../../lib/csv.js";
import { SECRET } from "../../lib/format/cell.js";
import { formatRatio, formatTurnover } from "../../lib/format/ratio.js";
import { type FinancialRatio, financialRatio } from "../../lib/ratios.js";
import type { BatchTable, RatioQuantiles } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { quantileBoxes } from "../quantileBoxes.js";

export interface RatioFigure {
  /** One ratio of one sector and one class of turnover, by year. */
  rows: readonly RatioQuantiles[];
  sector: string;
  batch: BatchTable;
  file: string;
}

/** In the order of the quantiles published. */
const NAMES = ["1er décile", "1er quartile", "Médiane", "3e quartile", "9e décile"] as const;
const MEDIAN = NAMES.indexOf("Médiane");
const NOTES = [
  "Boîte : la moitié centrale des entreprises, la médiane en gras ; trait : du premier au neuvième décile ; sous l’année, le nombre de comptes.",
  "Comptes déposés et publics seulement : les plus petites entreprises peuvent les garder confidentiels.",
  "Les valeurs et les effectifs sont arrondis ; rien n’est publié quand les comptes sont trop peu nombreux.",
];

/** How a financial ratio is spread over the companies of a sector, year by year. */
export function ratioFigure({ rows, sector, batch, file }: RatioFigure): HTMLElement {
  const [first] = rows;
  if (!first) return html`<p>Aucun ratio financier n’est publié pour ce choix.</p>`;
  const ratio = financialRatio(first.ratio);
  const sorted = [...rows].sort((a, b) => b.year - a.year);
  const size = cohortOf(first);
  return figure<RatioQuantiles>({
    title: finding(sorted, ratio, sector),
    subtitle: `${ratio.definition}. Par exercice, ${size}.`,
    chart: quantileBoxes({ rows, format: (value) => formatRatio(value, ratio) }),
    source: { name: "INPI et Banque de France, ratios financiers des comptes déposés", batch },
    data: {
      caption: `${ratio.label}, ${sector}, ${size}`,
      columns: [
        { label: "Année", value: ({ year }) => year },
        { label: "Comptes", value: ({ cohort }) => cohort, numeric: true },
        ...NAMES.map((name, index) => quantileColumn(name, index, ratio)),
      ],
      rows: sorted,
    },
    file,
    notes: NOTES,
  });
}

function cohortOf({ turnover }: RatioQuantiles): string {
  return turnover === null
    ? "toutes les entreprises"
    : `chiffre d’affaires : ${formatTurnover(turnover)}`;
}

function quantileColumn(
  label: string,
  index: number,
  ratio: FinancialRatio,
): Column<RatioQuantiles> {
  return {
    label,
    value: ({ quantiles }) => quantiles?.[index] ?? "s",
    text: ({ quantiles }) => {
      const value = quantiles?.[index];
      return value === undefined ? SECRET : formatRatio(value, ratio);
    },
    numeric: true,
  };
}

/** « Construction, Marge d’exploitation : 5 % pour la médiane en 2024 », the last year published. */
function finding(
  latestFirst: readonly RatioQuantiles[],
  ratio: FinancialRatio,
  sector: string,
): string {
  const last = latestFirst.find(({ quantiles }) => quantiles !== null);
  const median = last?.quantiles?.[MEDIAN];
  if (!last || median === undefined) return `${sector}, ${ratio.label} : ${SECRET}`;
  return `${ratio.label} : ${formatRatio(median, ratio)} pour l’entreprise médiane en ${last.year} (${sector})`;
}

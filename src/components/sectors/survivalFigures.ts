import { html } from "npm:htl";
import { cellColumn } from "../../lib/cellColumn.js";
import { formatNumber, formatPercent } from "../../lib/format/number.js";
import { formatCount } from "../../lib/format/plural.js";
import { ALL_SECTORS, nafNode } from "../../lib/naf.js";
import { inPlace } from "../../lib/places.js";
import {
  type SurvivalCurve,
  type SurvivalEstimate,
  survivalAt,
  survivalCurves,
} from "../../lib/survivalCurves.js";
import type { BatchTable, SurvivalTable } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { intervalDots } from "../intervalDots.js";
import { survivalChart } from "../survivalChart.js";

export interface SurvivalFigures {
  table: SurvivalTable;
  territory: { code: string; name: string };
  /** Code of `src/lib/naf.ts`. */
  sector: string;
  batch: BatchTable;
}

type Row = SurvivalTable["rows"][number];

const COUNT = { kind: "count", unit: "entreprises" } as const;
const SHARE = { kind: "rate", unit: "%" } as const;
const SOURCE = "Urssaf, procédures collectives";
const CAVEATS = [
  "« Non liquidée » veut dire sans liquidation judiciaire connue à l’échéance : une entreprise cédée, fermée à l’amiable ou encore en plan compte comme non liquidée.",
  "Une année d’entrée n’a de point qu’aux échéances passées pour toutes ses entreprises.",
];

/** The curves by year of entry of what is chosen, and the sectors of France one under the other. */
export function survivalFigures(given: SurvivalFigures): HTMLElement {
  const curves = survivalCurves(given.table, given.territory.code, given.sector);
  return html`<div>${curves.length > 0 ? curvesFigure(given, curves) : nothing()}${sectorsFigure(given)}</div>`;
}

function nothing(): HTMLElement {
  return html`<p class="finding">Aucune échéance publiée pour ce choix : trop peu d’entreprises, ou des entrées trop récentes.</p>`;
}

function curvesFigure(
  { table: { horizons, rows }, territory, sector, batch }: SurvivalFigures,
  curves: readonly SurvivalCurve[],
): HTMLElement {
  const where = sector === ALL_SECTORS ? inPlace(territory) : `(${nafNode(sector).label})`;
  const shown = rows
    .filter((row) => row.territory === territory.code && row.sector === sector)
    .sort((a, b) => b.year - a.year);
  return figure({
    title: curvesFinding(curves, where),
    subtitle:
      "Part des entreprises entrées en sauvegarde ou en redressement judiciaire qui ne sont pas liquidées, par année d’entrée, en pourcentage. L’axe vertical ne part pas de zéro.",
    chart: survivalChart(curves),
    source: { name: SOURCE, batch },
    data: {
      caption: `Entreprises entrées en procédure et part non liquidée ${where}`,
      columns: [
        { label: "Année d’entrée", value: ({ year }) => year },
        cellColumn<Row>("Entreprises", ({ cohort }) => cohort, COUNT),
        ...horizons.map((month, index) =>
          cellColumn<Row>(`Après ${month} mois`, ({ survival }) => survival[index], SHARE),
        ),
      ],
      rows: shown,
    },
    file: `survie-${territory.code}-${sector}`,
    notes: CAVEATS,
  });
}

/** « Des entreprises entrées en 2023, 71,0 % ne sont pas liquidées après 24 mois en France ». */
function curvesFinding(curves: readonly SurvivalCurve[], where: string): string {
  const longest = Math.max(...curves.map(({ points }) => points.length));
  const latest = curves.findLast(({ points }) => points.length === longest)!;
  const { month, percent } = latest.points.at(-1)!;
  return `Des entreprises entrées en procédure en ${latest.year}, ${formatPercent(percent)} ne sont pas liquidées après ${month} mois ${where}`;
}

/** Two years: long enough to tell, short enough to be recent. */
const HORIZON = 24;

function sectorsFigure({ table, batch }: SurvivalFigures): HTMLElement | string {
  const found = survivalAt(table, HORIZON, (row) => row.territory === "FR");
  if (!found || found.estimates.length === 0) return "";
  const { year, estimates, hidden } = found;
  const whole = estimates.find(({ row }) => row.sector === ALL_SECTORS);
  const sectors = estimates.filter(({ row }) => row.sector !== ALL_SECTORS).sort(byValue);
  const cohorts = sectors.map(({ row: { cohort } }) => cohort as number);
  if (sectors.length === 0) return "";
  return figure({
    title: sectorsFinding(sectors, year),
    subtitle: `Part des entreprises entrées en ${year} qui ne sont pas liquidées après ${HORIZON} mois, France, par grand secteur (de ${formatNumber(Math.min(...cohorts))} à ${formatNumber(Math.max(...cohorts))} entreprises). Trait : intervalle de confiance à 95 %.`,
    chart: intervalDots({
      rows: sectors.map((one) => ({ ...one, label: nafNode(one.row.sector).label, group: "" })),
      format: (value) => formatPercent(value, 0),
      from: 0,
      ...(whole ? { reference: { label: "Tous secteurs", value: whole.value } } : {}),
    }),
    source: { name: SOURCE, batch },
    data: {
      caption: `Part non liquidée après ${HORIZON} mois par grand secteur, entrées de ${year}`,
      columns: [
        { label: "Secteur", value: ({ row }) => nafNode(row.sector).label },
        cellColumn<SurvivalEstimate>("Entreprises", ({ row }) => row.cohort, COUNT),
        cellColumn<SurvivalEstimate>("Non liquidées", ({ value }) => value, SHARE),
        cellColumn<SurvivalEstimate>("de", ({ low }) => low, SHARE),
        cellColumn<SurvivalEstimate>("à", ({ high }) => high, SHARE),
      ],
      rows: estimates,
    },
    file: `survie-secteurs-${HORIZON}-mois`,
    notes: [
      "Deux secteurs dont les traits se recouvrent largement ne se distinguent pas.",
      ...(hidden.length > 0
        ? [
            `${formatCount(hidden.length, "secteur est masqué", "secteurs sont masqués")} ou trop peu nombreux pour être publiés.`,
          ]
        : []),
    ],
  });
}

function sectorsFinding(sectors: readonly SurvivalEstimate[], year: number): string {
  const [best] = sectors;
  const worst = sectors.at(-1);
  if (!best || !worst || best === worst)
    return `Survie à ${HORIZON} mois des entreprises entrées en ${year}`;
  const told = ({ row, value }: SurvivalEstimate) =>
    `${formatPercent(value)} (${nafNode(row.sector).label})`;
  return `À ${HORIZON} mois, la part non liquidée va de ${told(worst)} à ${told(best)}`;
}

function byValue(a: SurvivalEstimate, b: SurvivalEstimate): number {
  return b.value - a.value || (a.row.sector < b.row.sector ? -1 : 1);
}

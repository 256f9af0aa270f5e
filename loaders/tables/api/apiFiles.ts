import { IMPACT_INDICATORS } from "../../../src/lib/impact/impactIndicators.js";
import type { ImpactTable, Periodicity } from "../../../src/lib/impact/impactTable.js";
import { INDICATORS } from "../../../src/lib/indicators.js";
import { ALL_SECTORS } from "../../../src/lib/naf.js";
import type { Cell } from "../../../src/lib/tables.js";
import { EVERY_SIZE, FRANCE } from "../layout.js";
import { type Publication, placeOf } from "../publication.js";
import { impactSeries } from "./impactSeries.js";
import { lastDay } from "./lastDay.js";

/** Folder of the static API, in the page tables and at the root of the site. */
export const API = "api";

/** Values are given with two decimals, as in the open data. */
const DECIMALS = 100;

/** What `/api/stats` of the State’s digital services answers: `date` is the last day of the period. */
interface StatsAnswer {
  description: string;
  stats: { value: number; date: string }[];
}

/** The same for any indicator: a hidden or missing value is null, and its status says which. */
interface IndicatorAnswer {
  id: string;
  label: string;
  unit: string;
  description: string;
  stats: { value: number | null; date: string; status: "published" | "secret" | "missing" }[];
}

/**
 * Files of the static API, by path: the indicator that steers the service by year, month and week,
 * every indicator of France month after month, and
 * those of the service by month, list, quarter or year.
 */
export function apiFiles(publication: Publication, impact: ImpactTable): Map<string, unknown> {
  const files = new Map<string, unknown>([[`${API}/stats.json`, northStar(impact, "month")]]);
  for (const periodicity of ["year", "month", "week"] as const)
    files.set(`${API}/stats/${periodicity}.json`, northStar(impact, periodicity));
  const total = placeOf(FRANCE, ALL_SECTORS, EVERY_SIZE);
  for (const { id, label, unit, definition } of INDICATORS) {
    const stats = publication.months.map((month, at) =>
      stated(lastDay(month), publication.read(id, at, total)),
    );
    const answer: IndicatorAnswer = { id, label, unit, description: definition, stats };
    files.set(indicatorFile(id), answer);
  }
  const told = impactSeries(impact);
  for (const { id, label, unit, definition } of IMPACT_INDICATORS) {
    const stats = told[id].map(({ date, cell }) => stated(date, cell));
    files.set(indicatorFile(id), { id, label, unit, description: definition, stats });
  }
  return files;
}

const indicatorFile = (id: string): string => `${API}/indicateurs/${id}.json`;

function northStar(impact: ImpactTable, periodicity: Periodicity): StatsAnswer {
  const [{ label, definition }] = IMPACT_INDICATORS as [(typeof IMPACT_INDICATORS)[number]];
  const stats = impact.northStar[periodicity].flatMap(({ date, value }) =>
    typeof value === "number" ? [{ value, date }] : [],
  );
  return { description: `${label}. ${definition}`, stats };
}

function stated(date: string, cell: Cell): IndicatorAnswer["stats"][number] {
  if (cell === "s") return { value: null, date, status: "secret" };
  if (cell === null) return { value: null, date, status: "missing" };
  return { value: Math.round(cell * DECIMALS) / DECIMALS, date, status: "published" };
}

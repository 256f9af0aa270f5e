import { impactIndicatorOf } from "../impact/impactIndicators.js";
import type { ImpactTable, MonthlyIndicator, PublishedList } from "../impact/impactTable.js";
import { indicatorOf } from "../labels.js";
import type { Cell, HomeTable } from "../tables.js";
import type { ReportPeriod } from "./reportPeriods.js";

/** A figure of a report, and the same one for the period before. */
export interface ReportFact {
  label: string;
  kind: "count" | "rate";
  now: Cell;
  before: Cell;
}

/** Lists published in the months of a report. */
export function listsOf({ months }: ReportPeriod, { lists }: ImpactTable): PublishedList[] {
  return lists.filter(({ published }) => months.includes(published.slice(0, 7)));
}

/** Figures of a report beside those of the period before: sums for what happens, the end for what is. */
export function reportFacts(
  report: ReportPeriod,
  previous: ReportPeriod,
  { impact, home }: { impact: ImpactTable; home: HomeTable },
): ReportFact[] {
  const fact = (
    label: string,
    kind: ReportFact["kind"],
    of: (period: ReportPeriod) => Cell,
  ): ReportFact => ({ label, kind, now: of(report), before: of(previous) });
  const sum = (id: MonthlyIndicator) => (period: ReportPeriod) =>
    total(cellsOf(period, impact.months, impact.series[id]));
  const end = (id: MonthlyIndicator) => (period: ReportPeriod) =>
    cellsOf(period, impact.months, impact.series[id]).at(-1) ?? null;
  const lists = (count: (found: PublishedList[]) => Cell) => (period: ReportPeriod) =>
    count(listsOf(period, impact));
  const openings = indicatorOf("ouvertures_12m");
  return [
    fact(
      "Listes publiées",
      "count",
      lists(({ length }) => length),
    ),
    fact(
      "Entreprises signalées, dernière liste",
      "count",
      lists((all) => all.at(-1)?.companies ?? null),
    ),
    fact(
      "Premières alertes, dernière liste",
      "count",
      lists((all) => all.at(-1)?.firstAlerts ?? null),
    ),
    report.kind === "annuel"
      ? fact("Agents actifs, en moyenne par mois", "count", (period) =>
          usersByMonth(period, impact),
        )
      : fact("Agents actifs dans le trimestre", "count", (period) => usersOf(period, impact)),
    fact("Fiches consultées", "count", sum("fiches_consultees")),
    fact(
      impactIndicatorOf("entreprises_accompagnees_12m").label,
      "count",
      end("entreprises_accompagnees_12m"),
    ),
    fact("Accompagnements en cours à la fin", "count", end("suivis_en_cours")),
    fact(
      `${openings.label}, France, à la fin`,
      "count",
      (period) => cellsOf(period, home.openings.months, home.openings.values).at(-1) ?? null,
    ),
  ];
}

/** Values of a series over the months of a report; null where the series does not reach. */
function cellsOf(
  { months }: ReportPeriod,
  known: readonly string[],
  values: readonly Cell[],
): Cell[] {
  return months.map((month) => values[known.indexOf(month)] ?? null);
}

/** A sum says nothing when a part of it is hidden or missing. */
function total(cells: readonly Cell[]): Cell {
  if (cells.includes(null)) return null;
  if (cells.includes("s")) return "s";
  return cells.reduce<number>((sum, cell) => sum + (cell as number), 0);
}

/** Of a year: a mean that does not tell its hidden months. */
const usersByMonth = ({ period }: ReportPeriod, { years }: ImpactTable): Cell =>
  years.find(({ year }) => String(year) === period)?.meanUsers ?? null;

const usersOf = ({ period }: ReportPeriod, { quarters }: ImpactTable): Cell =>
  quarters.find(({ quarter }) => quarter === period)?.users ?? null;

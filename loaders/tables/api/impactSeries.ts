import type { ImpactIndicatorId } from "../../../src/lib/impact/impactIndicators.js";
import {
  type ImpactTable,
  type ImpactYear,
  type PublishedList,
  unitCosts,
  usefulShare,
} from "../../../src/lib/impact/impactTable.js";
import { lastMonthOf } from "../../../src/lib/quarter.js";
import type { Cell } from "../../../src/lib/tables.js";
import { lastDay } from "./lastDay.js";

export type DatedCells = { date: string; cell: Cell }[];

/**
 * Every indicator of the service over time, oldest first: dated by the last day of a month, quarter
 * or year, or by the day its list was published. What is not measured has no date.
 */
export function impactSeries(impact: ImpactTable): Record<ImpactIndicatorId, DatedCells> {
  const { months, series, quarters } = impact;
  const monthly = (cells: readonly Cell[]): DatedCells =>
    months.map((month, at) => ({ date: lastDay(month), cell: cells[at] ?? null }));
  const listed = (cellOf: (list: PublishedList) => Cell): DatedCells =>
    impact.lists.map((list) => ({ date: list.published, cell: cellOf(list) }));
  const yearly = (cellOf: (year: ImpactYear) => Cell): DatedCells =>
    impact.years
      .filter(({ whole }) => whole)
      .map((year) => ({ date: `${year.year}-12-31`, cell: cellOf(year) }));
  return {
    entreprises_accompagnees_12m: monthly(series.entreprises_accompagnees_12m),
    facilite_usage: [],
    utilisateurs_actifs: monthly(series.utilisateurs_actifs),
    fidelite: monthly(series.fidelite),
    fidelite_3m: monthly(series.fidelite_3m),
    fiches_consultees: monthly(series.fiches_consultees),
    recherches: monthly(series.recherches),
    exports: monthly(series.exports),
    entreprises_signalees: listed(({ companies }) => companies),
    premieres_alertes: listed(({ firstAlerts }) => firstAlerts),
    signalees_consultees: listed(({ read, readDone }) => (readDone ? read : null)),
    departements_actifs: quarters.map(({ quarter, departements }) => ({
      date: lastDay(lastMonthOf(quarter)),
      cell: departements,
    })),
    detections_utiles: yearly((year) => (year.useful === "s" ? "s" : usefulShare(year))),
    suivis_ouverts_12m: monthly(series.suivis_ouverts_12m),
    suivis_en_cours: monthly(series.suivis_en_cours),
    suivis_termines_12m: monthly(series.suivis_termines_12m),
    delai_premiere_action: yearly(({ readDays }) => readDays?.median ?? null),
    cout_par_utilisateur: yearly((year) => unitCosts(year).byUser),
    cout_par_detection_utile: yearly((year) => unitCosts(year).byUseful),
  };
}

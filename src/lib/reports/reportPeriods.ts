import { monthOf, monthText } from "../month.js";
import { lastMonthOf, MONTHS_A_YEAR, QUARTERS_A_YEAR } from "../quarter.js";

export type ReportKind = "annuel" | "trimestriel";

/** One report of the site. */
export interface ReportPeriod {
  kind: ReportKind;
  /** `2025`, or `2026-T3`. */
  period: string;
  /** « Rapport annuel 2025 ». */
  title: string;
  /** Path of its page, from the root of the site. */
  path: string;
  /** Its months, `YYYY-MM`, in order. */
  months: string[];
}

/** Reports of each kind made with a batch: those that its readers still compare. */
const KEPT: Record<ReportKind, number> = { annuel: 2, trimestriel: 4 };

const MONTHS_A_QUARTER = 3;

/** Reports of the whole years and quarters that end by a day (`YYYY-MM-DD`, last one observed), latest first. */
export function reportsOf(asOf: string): ReportPeriod[] {
  const next = monthOf(asOf.slice(0, 7)) + 1;
  return (["annuel", "trimestriel"] as const).flatMap((kind) => {
    const length = kind === "annuel" ? MONTHS_A_YEAR : MONTHS_A_QUARTER;
    const end = next - (next % length);
    return Array.from({ length: KEPT[kind] }, (_, index) => reportOf(kind, end - index * length));
  });
}

/** The report whose months end before the month `end`. */
function reportOf(kind: ReportKind, end: number): ReportPeriod {
  const length = kind === "annuel" ? MONTHS_A_YEAR : MONTHS_A_QUARTER;
  const months = Array.from({ length }, (_, index) => monthText(end - length + index));
  const [year, month] = months[0]!.split("-");
  const quarter = `${year}-T${(Number(month) - 1) / MONTHS_A_QUARTER + 1}`;
  const period = kind === "annuel" ? year! : quarter;
  const title =
    kind === "annuel"
      ? `Rapport annuel ${year}`
      : `Rapport trimestriel, ${quarter.replace(/(.*)-(.*)/, "$2 $1")}`;
  return { kind, period, title, path: `/rapports/${kind}/${period}`, months };
}

/** The report of a period as its page names it. Throws a RangeError for what is no period. */
export function reportNamed(kind: ReportKind, period: string): ReportPeriod {
  const last = kind === "annuel" ? `${period}-12` : lastMonthOf(period);
  const valid = kind === "annuel" ? /^\d{4}$/.test(period) : /^\d{4}-T[1-4]$/.test(period);
  if (!valid) throw new RangeError(`no report ${kind} ${period}`);
  return reportOf(kind, monthOf(last) + 1);
}

/** The report of the same kind just before. */
export function previousReport({ kind, months }: ReportPeriod): ReportPeriod {
  return reportOf(kind, monthOf(months[0]!));
}

/** Quarters (`2026-T3`) that end with a report or before, the last two years of them. */
export function quartersUpTo<Quarter extends { quarter: string }>(
  { months }: Pick<ReportPeriod, "months">,
  quarters: readonly Quarter[],
): Quarter[] {
  const end = months.at(-1)!;
  return quarters.filter(({ quarter }) => lastMonthOf(quarter) <= end).slice(-2 * QUARTERS_A_YEAR);
}

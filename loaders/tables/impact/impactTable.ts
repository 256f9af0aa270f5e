import type { Highs } from "highs";
import { parseBatch } from "../../../src/lib/batch.js";
import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import type {
  ImpactTable,
  ImpactYear,
  PublishedList,
} from "../../../src/lib/impact/impactTable.js";
import { MONTHS_A_YEAR } from "../../../src/lib/quarter.js";
import type { Cell } from "../../../src/lib/tables.js";
import type { DuckDBConnection } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";
import {
  type Delays,
  type ListActivity,
  type MonthActivity,
  readDelays,
  readDepartements,
  readLists,
  readMonths,
  readNorthStar,
  readPartners,
  readQuarters,
  readReasons,
  readRedirections,
  readStates,
  readYears,
  type YearActivity,
} from "./activityRows.js";
import { completeActivity } from "./activityTables.js";
import { protectedCrossing } from "./protectedCrossing.js";
import { protectedParts } from "./protectedParts.js";
import { protectedPlaces } from "./protectedPlaces.js";

/**
 * What the service did up to the last month of a batch, from the views of its snapshot. One or two
 * agents, companies or follow-ups are never told apart: such cells are hidden, and in crossed counts
 * those that would give them away.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export async function impactTable(
  connection: DuckDBConnection,
  manifest: Pick<Manifest, "batch" | "tables">,
  highs: Highs,
): Promise<ImpactTable> {
  await completeActivity(connection, manifest);
  const end = parseBatch(manifest.batch).dateFin;
  const months = await readMonths(connection, end);
  const northStar = await readNorthStar(connection, end);
  const lists = await readLists(connection, end);
  const quarters = await readQuarters(connection, end);
  const partners = protectedPartners(quarters, await readPartners(connection, end), highs);
  const years = await readYears(connection, end);
  const delays = await readDelays(connection, end);
  const reasons = await readReasons(connection, end);
  const departements = await readDepartements(connection, end);
  const states = await readStates(connection, end);
  const redirections = await readRedirections(connection, end);
  const redirected = protectedCrossing(
    redirections.map(({ count }) => [count]),
    highs,
  );
  return {
    months: months.map(({ month }) => month),
    series: monthlySeries(months),
    northStar: {
      year: northStar.year.map(few),
      month: northStar.month.map(few),
      week: northStar.week.map(few),
    },
    lists: lists.map(publishedList),
    quarters: quarters.map((quarter, at) => ({ ...quarter, users: partners.users[at]! })),
    partners: partners.segments,
    years: impactYears(months, years, delays),
    reasons: protectedReasons(reasons, highs),
    followUps: {
      ...protectedPlaces(departements, highs),
      states: protectedStates(states, highs),
      redirections: redirections.map(({ kind }, i) => ({ kind, count: redirected[i]![0]! })),
    },
  };
}

/** A count that stands alone: hidden when it is one or two. */
function alone(count: number): Cell {
  return count > 0 && count < COUNT_RULES.minContributors ? "s" : count;
}

function few<Point extends { value: number }>(point: Point): Point & { value: Cell } {
  return { ...point, value: alone(point.value) };
}

/** Too few agents for their actions to be told apart from them. */
const fewAgents = ({ utilisateurs_actifs: agents }: MonthActivity): boolean =>
  alone(agents) === "s";

function monthlySeries(months: readonly MonthActivity[]): ImpactTable["series"] {
  const actions = (name: "fiches_consultees" | "recherches" | "exports"): Cell[] =>
    months.map((month) => (fewAgents(month) ? "s" : month[name]));
  const yearly = (name: "suivis_ouverts_12m" | "suivis_termines_12m"): Cell[] =>
    months.map((month) => (month.followedLong ? alone(month[name]) : null));
  return {
    entreprises_accompagnees_12m: months.map((month) =>
      month.followedLong && month.listedLong ? alone(month.entreprises_accompagnees_12m) : null,
    ),
    utilisateurs_actifs: months.map((month) => alone(month.utilisateurs_actifs)),
    fidelite: months.map(({ kept }, index) => shareKept(kept, months[index - 1])),
    fidelite_3m: months.map(({ keptLong }, index) => shareKept(keptLong, months[index - 3])),
    fiches_consultees: actions("fiches_consultees"),
    recherches: actions("recherches"),
    exports: actions("exports"),
    suivis_ouverts_12m: yearly("suivis_ouverts_12m"),
    suivis_en_cours: months.map((month) => alone(month.suivis_en_cours)),
    suivis_termines_12m: yearly("suivis_termines_12m"),
  };
}

/** Percent of the agents of a month before who came back; hidden when one or two did, or did not. */
function shareKept(kept: number, before: MonthActivity | undefined): Cell {
  const agents = before?.utilisateurs_actifs ?? 0;
  return agents === 0 ? null : shareOf(kept, agents);
}

/** Percent of a part; hidden when one or two are in it, or out of it. */
function shareOf(part: number, whole: number): Cell {
  return [part, whole - part, whole].map(alone).includes("s") ? "s" : (100 * part) / whole;
}

/** A level of one or two hides the other, from which their sum would give it. */
function publishedList({ read, followed, ...list }: ListActivity): PublishedList {
  const { companies, fort, modere, firstAlerts } = list;
  const [shownFort, shownModere] = together([fort, modere]);
  return {
    ...list,
    companies: alone(companies),
    fort: shownFort!,
    modere: shownModere!,
    firstAlerts: together([firstAlerts, companies - firstAlerts])[0]!,
    read: shareOf(read, companies),
    followed: alone(followed),
  };
}

/** Parts of a published whole: all hidden when one of them is one or two. */
function together(parts: readonly number[]): Cell[] {
  return parts.map(alone).includes("s") ? parts.map(() => "s") : [...parts];
}

/** The agents of a quarter add up to those of its partners: an agent has one. */
function protectedPartners(
  quarters: readonly { quarter: string }[],
  rows: Awaited<ReturnType<typeof readPartners>>,
  highs: Highs,
): { users: Cell[]; segments: ImpactTable["partners"] } {
  const names = [...new Set(rows.map(({ segment }) => segment))].sort();
  const shown = quarters.map(({ quarter }) => {
    const here = rows.filter((row) => row.quarter === quarter);
    const counts = names.map((name) => here.find(({ segment }) => segment === name)?.users ?? 0);
    return protectedParts(counts, highs);
  });
  return {
    users: shown.map(({ whole }) => whole),
    segments: names.map((segment, at) => ({
      segment,
      users: shown.map(({ parts }) => parts[at]!),
    })),
  };
}

function impactYears(
  months: readonly MonthActivity[],
  rows: readonly YearActivity[],
  delays: readonly Delays[],
): ImpactYear[] {
  const known = [...rows.map(({ year }) => year), ...months.map(({ month }) => yearOf(month))];
  return [...new Set(known)].sort().map((year) => {
    const users = months
      .filter(({ month, utilisateurs_actifs }) => yearOf(month) === year && utilisateurs_actifs > 0)
      .map(({ utilisateurs_actifs }) => utilisateurs_actifs);
    const row = rows.find((one) => one.year === year);
    const ratings = [row?.useful ?? 0, row?.useless ?? 0];
    const [useful, useless] = together(ratings);
    const daysOf = (act: Delays["act"]) => {
      const found = delays.find((one) => one.year === year && one.act === act);
      if (!found || found.companies < COUNT_RULES.minContributors) return null;
      const { companies, q25, median, q75 } = found;
      return { companies, q25, median, q75 };
    };
    return {
      year,
      whole: users.length === MONTHS_A_YEAR,
      meanUsers: users.length
        ? Math.round(users.reduce((sum, count) => sum + count, 0) / users.length)
        : null,
      useful: useful!,
      useless: useless!,
      readDays: daysOf("read"),
      followedDays: daysOf("followed"),
      paid: row?.paid ?? null,
    };
  });
}

const yearOf = (month: string): number => Number(month.slice(0, 4));

function protectedReasons(
  reasons: Awaited<ReturnType<typeof readReasons>>,
  highs: Highs,
): ImpactTable["reasons"] {
  const cells = protectedCrossing(
    reasons.map(({ useful, useless }) => [useful, useless]),
    highs,
  );
  return reasons.map(({ reason }, i) => ({
    reason,
    useful: cells[i]![0]!,
    useless: cells[i]![1]!,
  }));
}

/** Every state by every criticality that is, in the order of their codes. */
function protectedStates(
  rows: Awaited<ReturnType<typeof readStates>>,
  highs: Highs,
): ImpactTable["followUps"]["states"] {
  const states = [...new Set(rows.map(({ state }) => state))];
  const criticalities = [...new Set(rows.map(({ criticality }) => criticality))].sort();
  const counts = states.map((state) =>
    criticalities.map(
      (criticality) =>
        rows.find((row) => row.state === state && row.criticality === criticality)?.count ?? 0,
    ),
  );
  // The key figure of follow-ups under way is their sum.
  const open = states.flatMap((state, row) => (state === "completed" ? [] : [row]));
  const cells = protectedCrossing(counts, highs, open);
  return states.flatMap((state, i) =>
    criticalities.map((criticality, j) => ({ state, criticality, count: cells[i]![j]! })),
  );
}

import type { Highs } from "highs";
import { parseBatch } from "../../../src/lib/batch.js";
import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { monthOf, monthText } from "../../../src/lib/month.js";
import { MATCH_STATUSES, type NeedStatus } from "../../../src/lib/needs/needStatus.js";
import type { Breakdown, Funnel, NeedsTable } from "../../../src/lib/needs/needsTable.js";
import { MONTHS_A_YEAR } from "../../../src/lib/quarter.js";
import type { Cell } from "../../../src/lib/tables.js";
import type { DuckDBConnection } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";
import { protectedCrossing } from "../impact/protectedCrossing.js";
import {
  type FastCount,
  type FunnelCount,
  type KindCount,
  type NeedsYearCount,
  readFast,
  readFunnels,
  readKinds,
  readNeedYears,
  readStates,
} from "./needRows.js";
import { createNeedViews } from "./needView.js";

/** Days after which a need without a stand is given up: until then its state may change (§1.2). */
const OPEN_DAYS = 45;
const DAY_MS = 86_400_000;

/** Shares of fewer are noise, and would tell of one company. */
const LEAST_BASE = 10;

/**
 * What became of the needs of Place des Entreprises sent up to the last month of a batch. A need
 * stands at the month it was sent, its state is that of the export. Counts by kind are protected
 * with those closed with help.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export async function needsTable(
  connection: DuckDBConnection,
  manifest: Pick<Manifest, "batch" | "tables">,
  highs: Highs,
): Promise<NeedsTable> {
  const end = parseBatch(manifest.batch).dateFin;
  await createNeedViews(connection, manifest, end);
  const states = await readStates(connection);
  const fast = await readFast(connection);
  const funnels = await readFunnels(connection);
  const kinds = async (column: Parameters<typeof readKinds>[1]): Promise<Breakdown[]> =>
    protectedKinds(await readKinds(connection, column, end), highs);
  const years = await readNeedYears(connection);
  const months = monthsOf(states, end);
  const open = new Date(Date.parse(end) - OPEN_DAYS * DAY_MS).toISOString().slice(0, 7);
  const provisionalFrom = months.some((month) => month >= open) ? open : null;
  const needsOf = (month: string) =>
    states.filter((row) => row.month === month).reduce((sum, { needs }) => sum + needs, 0);
  const quarters = [...new Set(months.map(quarterOf))];
  const whole = quarters.filter((quarter) => lastMonth(quarter) < end.slice(0, 7));
  const funnelOf = (quarter: string | undefined) =>
    quarter
      ? {
          quarter,
          needs: funnel(funnels.needs, quarter),
          matches: funnel(funnels.matches, quarter),
        }
      : null;
  return {
    months,
    provisionalFrom,
    helped: states.reduce((sum, { state, needs }) => sum + (state === "done" ? needs : 0), 0),
    sent: months.map((month) => alone(needsOf(month))),
    quarters: protectedQuarters(quarters, states, highs).map((states, index) => ({
      quarter: quarters[index]!,
      provisional: provisionalFrom !== null && lastMonth(quarters[index]!) >= provisionalFrom,
      states,
    })),
    fast: {
      2022: fast[2022].map(share),
      2024: fast[2024].map(share),
      2026: fast[2026].map(share),
    },
    funnel: funnelOf(whole.at(-1)),
    funnelBefore: funnelOf(whole.at(-2)),
    themes: await kinds("theme"),
    channels: await kinds("channel"),
    regions: await kinds("region"),
    sizes: await kinds("size"),
    sectors: await kinds("sector"),
    years: years.map((year) => needsYear(year, months)),
  };
}

function alone(count: number): Cell {
  return count > 0 && count < COUNT_RULES.minContributors ? "s" : count;
}

/** From the first need to the last month observed. */
function monthsOf(states: readonly { month: string }[], end: string): string[] {
  if (states.length === 0) return [];
  const from = monthOf(states[0]!.month);
  return Array.from({ length: monthOf(end) - from }, (_, index) => monthText(from + index));
}

/** `2026-09` is in `2026-T3`. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-T${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function lastMonth(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(-1)) * 3).padStart(2, "0")}`;
}

function protectedQuarters(
  quarters: readonly string[],
  states: readonly { month: string; state: NeedStatus; needs: number }[],
  highs: Highs,
): Record<NeedStatus, Cell>[] {
  const counts = quarters.map((quarter) =>
    MATCH_STATUSES.map((state) =>
      states
        .filter((row) => row.state === state && quarterOf(row.month) === quarter)
        .reduce((sum, { needs }) => sum + needs, 0),
    ),
  );
  return protectedCrossing(counts, highs).map(
    (cells) =>
      Object.fromEntries(MATCH_STATUSES.map((state, i) => [state, cells[i]!])) as Record<
        NeedStatus,
        Cell
      >,
  );
}

function share({ quarter, fast, base }: FastCount): NeedsTable["fast"]["2026"][number] {
  return { quarter, percent: percent(fast, base) };
}

/** Whole percents, as the service prints them; none where they would tell a count that is hidden. */
function percent(part: number, base: number): number | null {
  if (base < LEAST_BASE || isFew(part) || isFew(base - part)) return null;
  return Math.round((100 * part) / base);
}

/** The same denominators in every quarter: all that was sent, but for the days, those with an exchange. */
function funnel(counts: readonly FunnelCount[], quarter: string): Funnel {
  const found = counts.find((one) => one.quarter === quarter);
  const { base, quo, refused, done, exchanged, fast, faster } = found ?? EMPTY;
  return {
    base: alone(base),
    positioned: percent(base - quo, base),
    refused: percent(refused, base),
    // With the share of stands, it would give the refusals away.
    takenCare: isFew(refused) ? null : percent(base - quo - refused, base),
    unanswered: percent(quo, base),
    helped: percent(done, base),
    fast: percent(fast, exchanged),
    faster: percent(faster, exchanged),
  };
}

const EMPTY = { base: 0, quo: 0, refused: 0, done: 0, exchanged: 0, fast: 0, faster: 0 };

/** Needs with help and the others are protected together, so that neither is told by the total. */
function protectedKinds(kinds: readonly KindCount[], highs: Highs): Breakdown[] {
  const cells = protectedCrossing(
    kinds.map(({ needs, helped }) => [helped, needs - helped]),
    highs,
  );
  return kinds.map(({ name, needs }, i) => {
    const [helped, others] = cells[i] as [Cell, Cell];
    const hidden = helped === "s" && others === "s";
    return { name, needs: hidden || isFew(needs) ? "s" : needs, helped };
  });
}

const isFew = (count: number): boolean => alone(count) === "s";

function needsYear(
  { year, needs, companies, numbered, answers, satisfied, abandoned, requalified }: NeedsYearCount,
  months: readonly string[],
): NeedsTable["years"][number] {
  const known = months.filter((month) => month.startsWith(String(year))).length;
  return {
    year,
    whole: known === MONTHS_A_YEAR,
    needs,
    companies: numbered === needs ? companies : null,
    answers: alone(answers),
    satisfied: isFew(satisfied) || isFew(answers - satisfied) ? "s" : satisfied,
    abandoned: alone(abandoned),
    requalified: alone(requalified),
  };
}

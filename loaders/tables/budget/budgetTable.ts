import { parseBatch } from "../../../src/lib/batch.js";
import { budgetChecks } from "../../../src/lib/budget/budgetChecks.js";
import type { BudgetTable, MonthlySpending } from "../../../src/lib/budget/budgetTable.js";
import { publicationDuty } from "../../../src/lib/budget/publicationDuty.js";
import { monthOf, monthText } from "../../../src/lib/month.js";
import type { DuckDBConnection } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";
import { type MonthRow, readInstruments, readMonthRows, readPosts } from "./budgetRows.js";

/**
 * The public budget of a batch from the views `clean_conventions` and `clean_depenses` of its
 * snapshot, with its sums checked; all empty when the batch holds neither. Amounts in euros.
 */
export async function budgetTable(
  connection: DuckDBConnection,
  { batch, tables }: Pick<Manifest, "batch" | "tables">,
): Promise<BudgetTable> {
  const end = parseBatch(batch).dateFin;
  const has = (name: string) => tables.some(({ table }) => table === name);
  const instruments = has("clean_conventions") ? await readInstruments(connection) : [];
  const spends = has("clean_depenses");
  const spending = spends ? monthlySpending(await readMonthRows(connection), end) : [];
  const posts = spends ? await readPosts(connection, end) : [];
  return {
    instruments,
    spending,
    posts,
    checks: budgetChecks({ instruments, spending, posts }),
    publication: publicationDuty(end),
  };
}

function monthlySpending(rows: readonly MonthRow[], end: string): MonthlySpending[] {
  const keys = [...new Set(rows.map(keyOf))];
  return keys.map((key) =>
    spendingOf(
      rows.filter((row) => keyOf(row) === key),
      end,
    ),
  );
}

const keyOf = ({ convention, startup }: MonthRow): string => `${convention}|${startup}`;

function spendingOf(rows: readonly MonthRow[], end: string): MonthlySpending {
  const [{ convention, startup, month: from }, { month: to }] = [rows[0]!, rows.at(-1)!];
  const months: string[] = [];
  for (let at = monthOf(from); at <= monthOf(to); at += 1) months.push(monthText(at).slice(0, 7));
  const of = (month: string) => rows.find((row) => row.month === month);
  const spent = (key: "engaged" | "paid") =>
    months.map((month) => (`${month}-01` < end ? (of(month)?.[key] ?? 0) : null));
  return {
    convention,
    startup,
    months,
    engaged: spent("engaged"),
    paid: spent("paid"),
    engagedForecast: months.map((month) => of(month)?.engagedForecast ?? 0),
    paidForecast: months.map((month) => of(month)?.paidForecast ?? 0),
  };
}

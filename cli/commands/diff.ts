import type { Command } from "commander";
import { withDuckDB } from "../../loaders/duckdb.js";
import type { ColumnDiff } from "../../loaders/history/columnDiff.js";
import { diffVersions, type TableDiff } from "../../loaders/history/diff.js";
import { findVersion, type Version } from "../../loaders/history/version.js";
import { formatNumber, formatPercent } from "../../src/lib/format/number.js";
import { type PlaceOptions, placesFrom } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions {
  snapshots?: string;
  table?: string;
}

export function diffCommand(terminal: Terminal): Command {
  return createCommand(
    "diff",
    "Compare deux lots, ou deux versions d’un lot, table par table : lignes, clés, sommes, distributions.",
    "vigie diff 2609 2610 --table debit",
  )
    .argument("<avant>", "lot (2609) ou version (2609@empreinte)")
    .argument("<après>", "lot ou version à lui comparer")
    .option("--table <nom>", "une seule table, avec le détail de ses colonnes")
    .option("--data <dossier>", "dossier des données", "data")
    .option("--snapshots <dossier>", "dossier des instantanés")
    .action((before: string, now: string, options: Options) =>
      diff(before, now, options, terminal),
    );
}

async function diff(
  beforeName: string,
  nowName: string,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const snapshots = options.snapshots ?? placesFrom(options).snapshots;
  const before = await findVersion(snapshots, beforeName);
  const now = await findVersion(snapshots, nowName);
  const tables = await withDuckDB((connection) =>
    diffVersions(connection, before, now, options.table),
  );
  const moved = tables.filter((table) => table.moved > 0 || isMetadata(table));
  terminal.say(`De ${nameOf(before)} à ${nameOf(now)}`);
  if (moved.length === 0) terminal.say("Aucune différence.");
  else showTables(moved, terminal);
  for (const table of moved) showColumns(table, terminal);
  const rest = tables.length - moved.length;
  if (rest > 0 && moved.length > 0) terminal.say(`Tables identiques : ${formatNumber(rest)}`);
  terminal.document({ before: idOf(before), now: idOf(now), tables });
}

const isMetadata = ({ newColumns, lostColumns }: TableDiff): boolean =>
  (newColumns ?? lostColumns) !== undefined;

const nameOf = ({ batch, print }: Version): string => `${batch}@${print}`;
const idOf = ({ batch, print }: Version) => ({ batch, print });

function showTables(tables: readonly TableDiff[], terminal: Terminal): void {
  const count = (value: number | null) => (value === null ? "–" : formatNumber(value));
  const head = ["table", "avant", "après", "apparues", "changées", "disparues", "identiques"];
  const rows = tables.map(({ table, before, now, appeared, changed, disappeared, kept }) => [
    table,
    ...[before, now, appeared, changed, disappeared, kept].map(count),
  ]);
  terminal.table(head, rows, [1, 2, 3, 4, 5, 6]);
}

function showColumns({ table, columns, newColumns, lostColumns }: TableDiff, terminal: Terminal) {
  if (newColumns) terminal.say(`${table} : colonnes nouvelles : ${newColumns.join(", ")}`);
  if (lostColumns) terminal.say(`${table} : colonnes disparues : ${lostColumns.join(", ")}`);
  for (const column of columns)
    terminal.say(`${table}.${column.column} : ${movesOf(column).join(" ; ")}`);
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

const dateOf = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

function movesOf({ type, nulls, sum, quantiles, values }: ColumnDiff): string[] {
  const say = (value: number) => (type === "DATE" ? dateOf(value) : formatNumber(value, 2));
  const arrow = (before: string, now: string) => `${before} → ${now}`;
  const list = (numbers: number[] | null) => numbers?.map(say).join(" / ") ?? "–";
  const percent = (share: number | null) => formatPercent(100 * (share ?? 0), 2);
  return [
    ...(nulls.before === nulls.now
      ? []
      : [`vides ${arrow(percent(nulls.before), percent(nulls.now))}`]),
    ...(sum.before === sum.now ? [] : [`somme ${arrow(sum.before ?? "–", sum.now ?? "–")}`]),
    ...(list(quantiles.before) === list(quantiles.now)
      ? []
      : [`déciles 1, 5, 9 : ${arrow(list(quantiles.before), list(quantiles.now))}`]),
    ...values.map(
      ({ value, before, now }) => `« ${value} » ${arrow(percent(before), percent(now))}`,
    ),
  ];
}

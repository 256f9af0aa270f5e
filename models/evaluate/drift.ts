import { type DuckDBConnection, literal, queryRows } from "../../loaders/duckdb.js";
import { classCounts, monthDrift } from "../../src/lib/drift.js";
import type { Drift, DriftSeries, Verdict } from "../../src/lib/evaluation.js";
import { quantiles } from "../../src/lib/fit/quantile.js";
import { VARIABLES } from "../features/families.js";
import type { Variable } from "../features/variable.js";

export interface DriftOptions {
  /** `features.parquet` of the batch. */
  features: string;
  /** SQL condition on its rows: the population of the model. */
  population: string;
  /** Months of the training, `YYYY-MM`. */
  reference: { from: string; to: string };
  /** Features of the model. */
  used: ReadonlySet<string>;
}

const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/**
 * Population stability index of every variable of a features file, each month against the months of
 * the training: deciles of the training for a measure, its values for a category or a flag, and a
 * class of empty values for all. Sums are of whole numbers: the same whatever the threads.
 */
export async function featureDrift(
  connection: DuckDBConnection,
  options: DriftOptions,
): Promise<Drift> {
  const source = `read_parquet(${literal(options.features)}) WHERE ${options.population}`;
  const months = await queryRows<{ month: string }>(
    connection,
    `SELECT DISTINCT periode AS month FROM ${source} ORDER BY month`,
  );
  const names = months.map(({ month }) => month.slice(0, 7));
  const present = await columnsOf(connection, options.features);
  const variables: DriftSeries[] = [];
  for (const variable of VARIABLES.filter(({ name }) => present.has(name))) {
    const series = await variableDrift(connection, source, variable, names, options);
    variables.push(series);
  }
  return { reference: options.reference, months: names, variables };
}

/** Names of the columns of a Parquet file. */
export async function columnsOf(connection: DuckDBConnection, file: string): Promise<Set<string>> {
  const columns = await queryRows<{ column_name: string }>(
    connection,
    `DESCRIBE SELECT * FROM read_parquet(${literal(file)})`,
  );
  return new Set(columns.map(({ column_name }) => column_name));
}

async function variableDrift(
  connection: DuckDBConnection,
  source: string,
  { name, label, kind }: Variable,
  months: readonly string[],
  { reference, used }: DriftOptions,
): Promise<DriftSeries> {
  const within = `periode BETWEEN DATE '${reference.from}-01' AND DATE '${reference.to}-01'`;
  const value = kind
    ? `CAST(${name} AS VARCHAR)`
    : await classSql(connection, name, source, within);
  const rows = await queryRows<{ month: string; class: string; n: number }>(
    connection,
    `SELECT periode AS month, coalesce(${value}, '') AS class,
       CAST(count(*) AS INTEGER) AS n
     FROM ${source} GROUP BY ALL ORDER BY ALL`,
  );
  const classes = [...new Set(rows.map((row) => row.class))];
  const counts = new Map(months.map((month) => [month, new Array<number>(classes.length).fill(0)]));
  const before = new Array<number>(classes.length).fill(0);
  for (const { month, class: name, n } of rows) {
    const index = classes.indexOf(name);
    counts.get(month.slice(0, 7))![index] = n;
    if (month >= `${reference.from}-01` && month <= `${reference.to}-01`) before[index]! += n;
  }
  return {
    name,
    label,
    inModel: used.has(name),
    ...seriesOf(
      before,
      months.map((month) => counts.get(month)!),
    ),
  };
}

/** Number of the class of a measure between the deciles of the training. */
async function classSql(
  connection: DuckDBConnection,
  name: string,
  source: string,
  within: string,
): Promise<string> {
  const [row] = await queryRows<{ cuts: number[] | null }>(
    connection,
    `SELECT quantile_disc(${name}, [${DECILES.join(", ")}]) AS cuts FROM ${source} AND ${within}`,
  );
  const cuts = [...new Set(row?.cuts ?? [])];
  const marks = cuts.map((cut) => `(${name} > ${cut})::INTEGER`).join(" + ");
  return marks === "" ? `CASE WHEN ${name} IS NOT NULL THEN '0' END` : `CAST(${marks} AS VARCHAR)`;
}

/** Index of each month and the verdicts of the worst and of the last. */
function seriesOf(before: number[], months: readonly number[][]) {
  const found = months.map((counts) => monthDrift(before, counts));
  const verdicts = found.flatMap((month) => (month ? [month.verdict] : []));
  const psi = found.map((month) => month?.psi ?? null);
  return { psi, worst: worstOf(verdicts), last: verdicts.at(-1) ?? ("stable" as Verdict) };
}

const SEVERITY: readonly Verdict[] = ["stable", "a_surveiller", "alerte"];

function worstOf(verdicts: readonly Verdict[]): Verdict {
  return SEVERITY.findLast((verdict) => verdicts.includes(verdict)) ?? "stable";
}

/** The score as a variable like the others: its values month by month, and on the training rows. */
export function scoreDrift(byMonth: readonly Float64Array[], training: Float64Array): DriftSeries {
  const cuts = [...new Set(quantiles(training, DECILES))];
  const before = classCounts(training, cuts);
  const counts = byMonth.map((values) => classCounts(values, cuts));
  return {
    name: "score",
    label: "Probabilité annoncée",
    inModel: true,
    ...seriesOf(before, counts),
  };
}

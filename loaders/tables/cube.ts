import type { Table } from "../../src/lib/disclosure/table.js";
import type { IndicatorId } from "../../src/lib/indicators.js";
import { ALL_SECTORS, NAF_NODES, nodesOfLevel } from "../../src/lib/naf.js";
import type { Progress } from "../../src/lib/progress.js";
import { SIZE_CLASSES, sizeClassSql } from "../../src/lib/sizeClasses.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { DEPARTEMENTS, REGIONS } from "../geography.js";
import {
  buildLayout,
  departementKey,
  EVERY_SIZE,
  FRANCE,
  type Layout,
  regionKey,
} from "./layout.js";
import { MEASURES, type Measure, type MeasureId } from "./measures.js";

/** The cells of a measure at one month, not yet protected. */
export interface MonthCells extends Table {
  layout: Layout;
}

/** Every measure, month after month; null in a month the source says nothing of. */
export interface Cube {
  /** `YYYY-MM`, without a hole. */
  months: string[];
  /** Sections with a company, in alphabetical order. */
  sections: string[];
  measures: Map<MeasureId, (MonthCells | null)[]>;
}

/** True for the months that also have the départements: the last one of each quarter. */
export function isQuarterEnd(month: string): boolean {
  return Number(month.slice(5, 7)) % 3 === 0;
}

/**
 * Counts and sums every measure in every cell of its layout, in DuckDB, on the tables of
 * `createScope`. Contributions are first gathered at the finest crossing, then added up.
 */
export async function readCube(connection: DuckDBConnection, progress?: Progress): Promise<Cube> {
  const months = await readMonths(connection);
  await createPlaces(connection, months);
  const measures: Cube["measures"] = new Map();
  for (const [index, measure] of MEASURES.entries()) {
    measures.set(measure.id, await readMeasure(connection, measure, months));
    progress?.({ item: measure.id, done: index + 1, total: MEASURES.length });
  }
  return { months, sections: await readSections(connection), measures };
}

async function readMonths(connection: DuckDBConnection): Promise<string[]> {
  const rows = await queryRows<{ month: string }>(
    connection,
    `SELECT strftime(unnest(generate_series(min(periode), max(periode), INTERVAL 1 MONTH)), '%Y-%m') AS month
     FROM month ORDER BY month`,
  );
  return rows.map(({ month }) => month);
}

async function readSections(connection: DuckDBConnection): Promise<string[]> {
  const rows = await queryRows<{ section: string }>(
    connection,
    "SELECT DISTINCT section FROM company ORDER BY section",
  );
  return rows.map(({ section }) => section);
}

const TERRITORIES = [
  FRANCE,
  ...REGIONS.map(({ code }) => regionKey(code)),
  ...DEPARTEMENTS.map(({ code }) => departementKey(code)).filter((key) => key.startsWith("DEP")),
];
const SECTORS = NAF_NODES.map(({ code }) => code);
const SIZES = [EVERY_SIZE, ...SIZE_CLASSES.map(({ code }) => code)];

/** Temporary tables that number months, and the places, sectors and sizes of companies. */
async function createPlaces(
  connection: DuckDBConnection,
  months: readonly string[],
): Promise<void> {
  const values = (rows: string[]) => (rows.length ? rows.join(", ") : "(NULL)");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE month_number AS
     SELECT * FROM (VALUES ${values(months.map((month, i) => `(DATE '${month}-01', ${i})`))}) t(periode, m)`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE place AS
     SELECT * FROM (VALUES ${values(
       DEPARTEMENTS.map(
         ({ code, region }) =>
           `(${literal(code)}, ${TERRITORIES.indexOf(departementKey(code))}, ${TERRITORIES.indexOf(regionKey(region))})`,
       ),
     )}) t(departement, d, r)`,
  );
  const ancestor = (code: string, level: "A10" | "A21" | "A38"): number => {
    const node = NAF_NODES.find((one) => one.code === code)!;
    return SECTORS.indexOf(
      nodesOfLevel(level).find(
        ({ divisions: [from, to] }) => from <= node.divisions[0] && to >= node.divisions[1],
      )!.code,
    );
  };
  const leaves = SECTORS.filter((code) => !NAF_NODES.some(({ parent }) => parent === code));
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE branch AS
     SELECT * FROM (VALUES ${values(
       leaves.map(
         (leaf) =>
           `(${literal(leaf)}, ${SECTORS.indexOf(leaf)}, ${ancestor(leaf, "A38")}, ${ancestor(leaf, "A21")}, ${ancestor(leaf, "A10")})`,
       ),
     )}) t(leaf, n88, n38, n21, n10)`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE located AS
     SELECT siren, d, r, n88, n38, n21, n10
     FROM company JOIN place USING (departement) JOIN branch USING (leaf)`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE sized AS
     SELECT siren, periode AS since, list_position(${list(SIZES)}, ${sizeClassSql("effectif_ent")}) - 1 AS z
     FROM clean_effectif_ent WHERE effectif_ent > 0`,
  );
}

const list = (texts: readonly string[]): string => `[${texts.map(literal).join(", ")}]`;

async function readMeasure(
  connection: DuckDBConnection,
  measure: Measure,
  months: readonly string[],
): Promise<(MonthCells | null)[]> {
  const parts: readonly IndicatorId[] = measure.parts ?? [];
  const known = await knownMonths(connection, measure);
  const layouts = { fine: buildLayout(parts, true), coarse: buildLayout(parts, false) };
  const positions = new Map(
    [layouts.fine, layouts.coarse].map((one) => [one, positionsOf(one, parts)]),
  );
  const cells = months.map((month) =>
    known.has(month)
      ? emptyCells(measure.flow || isQuarterEnd(month) ? layouts.fine : layouts.coarse)
      : null,
  );
  await gather(connection, measure);
  const reader = await connection.runAndReadAll(rollUp(parts));
  const [m, t, s, z, p, contributors, value, largest, second] = reader.getColumns() as number[][];
  for (let row = 0; row < (m?.length ?? 0); row++) {
    const month = cells[m![row]!];
    if (!month) continue;
    const cell = positions.get(month.layout)![placeOf(t![row]!, s![row]!, z![row]!, p![row]!)]!;
    if (cell === -1) continue;
    month.contributors[cell] = contributors![row]!;
    month.value[cell] = value![row]!;
    month.largest[cell] = largest![row]!;
    month.second[cell] = second![row] ?? 0;
  }
  return cells;
}

function emptyCells(layout: Layout): MonthCells {
  const column = () => new Float64Array(layout.cells.length);
  return {
    layout,
    value: column(),
    contributors: column(),
    largest: column(),
    second: column(),
    equations: layout.equations,
    grandTotal: layout.grandTotal,
  };
}

/** Cell of each place, -1 where the layout has none. */
function positionsOf(layout: Layout, parts: readonly IndicatorId[]): Int32Array {
  const names = ["", ...parts];
  const positions = new Int32Array(placeOf(TERRITORIES.length, 0, 0, 0)).fill(-1);
  for (const [cell, { territory, sector, size, part }] of layout.cells.entries()) {
    const place = placeOf(
      TERRITORIES.indexOf(territory),
      SECTORS.indexOf(sector),
      SIZES.indexOf(size),
      names.indexOf(part),
    );
    positions[place] = cell;
  }
  return positions;
}

/** Most parts a measure may have, and one more. */
const PARTS = 8;

function placeOf(territory: number, sector: number, size: number, part: number): number {
  return ((territory * SECTORS.length + sector) * SIZES.length + size) * PARTS + part;
}

async function knownMonths(
  connection: DuckDBConnection,
  { first, last }: Measure,
): Promise<Set<string>> {
  const rows = await queryRows<{ month: string }>(
    connection,
    `SELECT strftime(periode, '%Y-%m') AS month FROM month, scope
     WHERE periode BETWEEN ${first} AND ${last}`,
  );
  return new Set(rows.map(({ month }) => month));
}

/** One line per group of finest cells; `x2` is the second-largest contribution of the group. */
const ADDED = `CAST(sum(n) AS INTEGER) AS n, CAST(sum(x) AS DOUBLE) AS x,
  CAST(max(x1) AS DOUBLE) AS x1,
  CAST(greatest(coalesce(max(x1, 2)[2], 0), max(x2)) AS DOUBLE) AS x2`;

/**
 * Contributions of the companies followed at the month shown, at the finest crossing: spans never
 * overlap, so that the last one to start is the only one that may hold. The size is that of the last
 * known headcount. Amounts are whole and under 2^53: as doubles they stay exact.
 */
async function gather(connection: DuckDBConnection, { query, parts }: Measure): Promise<void> {
  const names = literal(parts?.join(",") ?? "");
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE contribution AS
    SELECT m, d, r, n88, n38, n21, n10, coalesce(z, 0) AS z, siren, p, amount
    FROM (
      SELECT siren, periode, CAST(amount AS BIGINT) AS amount,
        ${parts ? `list_position(string_split(${names}, ','), part)` : "0"} AS p
      FROM (${query})
    ) measured
    JOIN located USING (siren) JOIN month_number USING (periode)
    ASOF JOIN followed ON measured.siren = followed.siren AND periode >= followed.since
    ASOF LEFT JOIN sized ON measured.siren = sized.siren AND periode >= sized.since
    WHERE periode < until`);
  const finest = (from: string, p: string) => `
    SELECT m, d, r, n88, n38, n21, n10, z, ${p} AS p, count(*) AS n, sum(amount) AS x,
      max(amount) AS x1, coalesce(max(amount, 2)[2], 0) AS x2
    FROM ${from} GROUP BY ALL`;
  const whole = parts
    ? "(SELECT * EXCLUDE (p, amount), sum(amount) AS amount FROM contribution GROUP BY ALL)"
    : "contribution";
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE finest AS ${finest(whole, "0")}
    ${parts ? `UNION ALL ${finest("(FROM contribution WHERE amount > 0)", "p")}` : ""}`);
}

/** The blocks of `buildLayout`, as groupings of the finest cells. */
function rollUp(parts: readonly IndicatorId[]): string {
  const total = SECTORS.indexOf(ALL_SECTORS);
  const block = (territory: string, sector: string, size: string, part: string) => {
    const keys = [territory, sector, size, part].filter((key) => /[a-z]/.test(key));
    return `SELECT m, ${territory} AS t, ${sector} AS s, ${size} AS z, ${part} AS p, ${ADDED}
      FROM finest WHERE p ${part === "0" ? "=" : "<>"} 0 GROUP BY ${["m", ...keys].join(", ")}`;
  };
  const sectors = [String(total), "n10", "n21", "n38"];
  const blocks = [
    ...["0", "r"].flatMap((t) => sectors.map((s) => block(t, s, "0", "0"))),
    block("0", "n88", "0", "0"),
    ...[String(total), "n10"].map((s) => block("d", s, "0", "0")),
    ...["0", "r"].map((t) => block(t, String(total), "z", "0")),
    block("0", "n10", "z", "0"),
  ];
  if (parts.length > 0)
    blocks.push(
      block("r", String(total), "0", "p"),
      ...sectors.map((s) => block("0", s, "0", "p")),
    );
  return blocks.join(" UNION ALL ");
}

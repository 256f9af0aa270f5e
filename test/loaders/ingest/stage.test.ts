import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DuckDBConnection, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { type Header, isHeader, readHeader } from "../../../loaders/ingest/header.js";
import { scan } from "../../../loaders/ingest/scan.js";
import { applyPerimeter, countStatuses, dropStaged, stage } from "../../../loaders/ingest/stage.js";
import { tableSql, writeTable } from "../../../loaders/ingest/write.js";
import { cotisation } from "../../../loaders/sources/cotisation.js";
import { effectif } from "../../../loaders/sources/effectif.js";
import type { Source } from "../../../loaders/sources/source.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-stage-"));
});
afterAll(() => rm(folder, { recursive: true }));

function headerOf(source: Source, line: string): Header {
  const header = readHeader("test.csv", line, source);
  if (!isHeader(header)) throw new Error(header.message);
  return header;
}

interface Staging {
  filtered?: boolean;
  mapped?: boolean;
  /** Let DuckDB cut the cells of a file without quotes; defaults to true, as the reader does. */
  cut?: boolean;
}

async function stageLines(
  connection: DuckDBConnection,
  source: Source,
  lines: readonly string[],
  { filtered = false, mapped = false, cut = true }: Staging = {},
) {
  const file = join(folder, "test.csv");
  await writeFile(file, `${lines.join("\n")}\n`);
  const header = headerOf(source, lines[0]!);
  const { blanks, quoted } = await scan(file);
  const unquoted = cut && !quoted ? { blanks } : undefined;
  const options = {
    ...{ file, source, header, lines: lines.length },
    ...{ table: "staged", filtered, mapped, unquoted },
  };
  expect(await stage(connection, options)).toHaveProperty("values");
}

/** DuckDB gives 8 MB of text to each thread: this many lines of some 50 characters keep two busy. */
const MANY = 400_000;

/** Every line has its number as account; some are blank, short, in quotes, or of another company. */
function lineOf(number: number, siret: string, quote = '"'): string {
  if (number % 997 === 0) return "";
  if (number % 499 === 0) return `${siret};${number};201641`;
  const amount = number % 101 === 0 ? `${quote}12,50${quote}` : "12,50";
  return `${siret};${number};201641;0,00;0,00;${amount}`;
}

const SIRENS = ["111111111", "222222222", "333333333"];
const HEADER = "Siret;Compte;periode;mer;enc_direct;cotis_due";

test.each([
  ["cut in SQL", '"'],
  ["cut by DuckDB", ""],
])(
  "a file read by several threads, %s, keeps the order and the number of its lines",
  async (_, quote) => {
    await withDuckDB(async (connection) => {
      await connection.run("CREATE TEMP TABLE perimeter AS SELECT '111111111' AS siren");
      const lines = Array.from({ length: MANY }, (_, index) =>
        lineOf(index + 1, `${SIRENS[index % SIRENS.length]}00011`, quote),
      );
      await stageLines(connection, cotisation, [HEADER, ...lines], { filtered: true });
      const counts = await countStatuses(connection, "staged");
      const [expected] = [lines.filter((line, index) => index % 3 === 0 && /;12,50|"$/.test(line))];
      expect(counts).toMatchObject({
        valid: expected!.length,
        blank: Math.floor(MANY / 997),
        rejected: Math.floor(MANY / 499) - Math.floor(MANY / (499 * 997)),
      });
      const file = join(folder, "cotisation.parquet");
      await writeTable(connection, cotisation, ["staged"], file);
      const [found] = await queryRows<Record<string, string>>(
        connection,
        `SELECT count_if(line <> compte::INTEGER) AS misplaced,
         (SELECT count_if(raw <> split_part(raw, ';', 1) || ';' || line || ';201641')
          FROM staged WHERE status = 'rejected') AS torn,
         (SELECT count_if(compte::INTEGER <= former) FROM (
           SELECT compte, lag(compte::INTEGER) OVER () AS former FROM cotisation)) AS unordered
       FROM staged WHERE status = 'valid'`,
      );
      expect(found).toEqual({ misplaced: "0", torn: "0", unordered: "0" });
    });
  },
);

test("a file without SIRET keeps the order of its lines through the search of accounts", async () => {
  await withDuckDB(async (connection) => {
    await connection.run(`CREATE TABLE accounts AS SELECT range::VARCHAR AS compte,
      '11111111100011' AS siret, DATE '2030-01-01' AS fermeture FROM range(1, ${MANY / 2})`);
    const lines = Array.from({ length: MANY }, (_, index) => lineOf(index + 1, "x").slice(2));
    const header = HEADER.slice("Siret;".length);
    await stageLines(connection, cotisation, [header, ...lines], { mapped: true });
    const [found] = await queryRows<Record<string, string>>(
      connection,
      `SELECT count_if(status IN ('valid', 'account') AND line <> compte::INTEGER) AS misplaced,
         count_if(status = 'valid' AND line >= ${MANY / 2}) AS found, count(*) AS lines FROM staged`,
    );
    expect(found).toEqual({ misplaced: "0", found: "0", lines: String(MANY) });
  });
});

test("a perimeter applied after the reading moves no row", async () => {
  await withDuckDB(async (connection) => {
    await connection.run("CREATE TEMP TABLE perimeter AS SELECT '222222222' AS siren");
    const header = "siret;compte;eff201611;eff201612;eff201613";
    const rows = Array.from(
      { length: 9 },
      (_, index) => `${SIRENS[index % 3]}00011;${index + 1};${index};;1 000`,
    );
    await stageLines(connection, effectif, [header, ...rows]);
    await applyPerimeter(connection, "staged", effectif.siren!);
    const read = await queryRows(
      connection,
      `SELECT compte, periode, effectif FROM (${tableSql(effectif, ["staged"])})`,
    );
    expect(read).toEqual(
      [1, 4, 7].flatMap((index) => [
        { compte: String(index + 1), periode: "2016-01-01", effectif: index },
        { compte: String(index + 1), periode: "2016-03-01", effectif: 1000 },
      ]),
    );
    await dropStaged(connection, "staged");
  });
});

/** Lines of all lengths, blank ones, and cells of any content but quotes. */
const LINES = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant("11111111100011;1;201641;0,00;0,00;12,50") },
    fc.constantFrom("", " ", ";", ";;;;;", "11111111100011;1;201641", "x;1;201641;0,00;0,00;1\t"),
    fc
      .array(fc.constantFrom("1", "", "é €", "201641", "\u00a0", "12,5"), { maxLength: 12 })
      .map((cells) => cells.join(";")),
  ),
  { minLength: 1, maxLength: 30 },
);

test("a file whose cells DuckDB cuts gives the rows of the same file read line by line", async () => {
  await withDuckDB(async (connection) => {
    const rowsOf = async (lines: readonly string[], cut: boolean) => {
      await stageLines(connection, cotisation, lines, { cut });
      const rows = await queryRows(connection, "SELECT * FROM staged ORDER BY line");
      await dropStaged(connection, "staged");
      return rows;
    };
    await fc.assert(
      fc.asyncProperty(LINES, async (rest) => {
        const lines = [HEADER, ...rest];
        expect(await rowsOf(lines, true)).toEqual(await rowsOf(lines, false));
      }),
      { numRuns: 60 },
    );
  });
});

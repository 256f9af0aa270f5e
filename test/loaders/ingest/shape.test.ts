import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { isHeader, readHeader } from "../../../loaders/ingest/header.js";
import { stage } from "../../../loaders/ingest/stage.js";
import { cotisation } from "../../../loaders/sources/cotisation.js";

const HEADER = "Urssaf_gestion;Siret;Compte;periode;mer;enc_direct;cotis_due";

/** Doubled quotes in a column that is not read keep a line from being looked at as a whole. */
const WHOLE = "017";
const CELL_BY_CELL = '"0""17"';

const odd = fc.constantFrom("", "x", "é", "1,2,3", "-5", '"', '"7"', '"a;b"', " 1", "1.5", "1e3");
const cellOr = (usual: readonly string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: odd });
const amount = cellOr(["0,00", "12,5", "8799,70", "-3,10", "12", '"4,00"']);
const line = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(
      ...[cellOr(["81768293400019", "8176829340001"]), cellOr(["017000000000000001"])],
      ...[cellOr(["201641", "201713", "201762", "201799"]), amount, amount, amount],
    ),
  },
  { weight: 1, arbitrary: fc.array(odd, { maxLength: 8 }) },
);

test("a line read as a whole has the verdict and values of the same line read cell by cell", async () => {
  const lines = fc.sample(line, { numRuns: 3000, seed: 1 }).map((cells) => cells.join(";"));
  const [whole, cells] = [await read(WHOLE, lines), await read(CELL_BY_CELL, lines)];
  expect(whole).toEqual(cells);
  const statuses = new Set(whole.map(({ status }) => status));
  expect(statuses).toEqual(new Set(["valid", "rejected", "account"]));
});

async function read(first: string, lines: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "vigie-shape-"));
  try {
    const file = join(folder, "test.csv");
    await writeFile(file, `${[HEADER, ...lines.map((rest) => `${first};${rest}`)].join("\n")}\n`);
    const header = readHeader("test.csv", HEADER, cotisation);
    if (!isHeader(header)) throw new Error(header.message);
    const options = { file, source: cotisation, header, lines: lines.length + 1, table: "staged" };
    return await withDuckDB(async (connection) => {
      await stage(connection, { ...options, filtered: false, mapped: false });
      return queryRows<{ status: string }>(
        connection,
        "SELECT * EXCLUDE (raw) FROM staged ORDER BY line",
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

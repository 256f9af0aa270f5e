import { expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { readCube } from "../../../loaders/tables/cube.js";
import type { MeasureId } from "../../../loaders/tables/measures.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore } from "./companies.js";

const LASTING = "000000001";
const SHRUNK = "000000002";
const FAILED = "000000003";

const MONTHS = monthsBefore(72);

/** One company stays large, one is small from the 13th month on, one fails in the 25th. */
async function series(months: number | null, id: MeasureId): Promise<(number | null)[]> {
  return withDuckDB(async (connection) => {
    const row = (siren: string, month: string, employees: number) =>
      `('${siren}', DATE '${month}-01', ${employees})`;
    await createCleanTables(connection, {
      companies: [LASTING, SHRUNK, FAILED].map((siren) => `('${siren}', '53', '47.11A')`),
      headcounts: MONTHS.flatMap((month, index) => [
        row(LASTING, month, 50),
        row(SHRUNK, month, index < 12 ? 10 : 9),
        ...(index < 24 ? [row(FAILED, month, 30)] : []),
      ]),
      judgments: [
        "('000000009', DATE '2015-01-01', 'redressement', 'ouverture')",
        `('${FAILED}', DATE '${MONTHS[24]}-15', 'liquidation', 'ouverture')`,
      ],
    });
    const manifest = freshAt("2026-09-30");
    await createScope(connection, {
      ...manifest,
      perimeter: { ...manifest.perimeter, kind: "computed", months },
    });
    const { measures } = await readCube(connection);
    return measures.get(id)!.map((cells) => (cells ? cells.value[cells.grandTotal]! : null));
  });
}

test("a company is counted up to 36 months after its last month of ten employees (§1.7)", async () => {
  const counts = await series(36, "entreprises");
  expect(counts.slice(0, 24)).toEqual(Array(24).fill(3));
  expect(counts.slice(24, 47)).toEqual(Array(23).fill(2));
  expect(counts.slice(47)).toEqual(Array(25).fill(1));
});

test("the failure of a company that is followed no more stays in the months when it was", async () => {
  const openings = await series(36, "ouvertures_12m");
  expect(openings.slice(24, 36)).toEqual(Array(12).fill(1));
  expect(openings.slice(36)).toEqual(Array(36).fill(0));
});

test("with a given list, its companies are counted at all times", async () => {
  expect((await series(null, "entreprises")).at(-1)).toBe(2);
});

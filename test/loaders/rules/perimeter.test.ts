import { describe, expect, test } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import {
  EXCLUDED_ACTIVITIES,
  EXCLUDED_CATEGORIES,
  EXCLUDED_DIVISIONS,
} from "../../../loaders/ingest/blacklist.js";
import { applyBlacklist, makePerimeter } from "../../../loaders/ingest/perimeter.js";
import { tableSql } from "../../../loaders/ingest/write.js";
import { PERIMETER, type PerimeterMonths } from "../../../loaders/perimeterRule.js";
import { sirene } from "../../../loaders/sources/sirene.js";
import { sireneUl } from "../../../loaders/sources/sireneUl.js";
import { parseBatch } from "../../../src/lib/batch.js";

type Headcount = [siren: string, periode: string, effectif: number];
type Unit = [siren: string, category: string, activity: string];
type Office = [siren: string, isHead: boolean, departement: string | null];

interface Extracts {
  headcounts: Headcount[];
  units?: Unit[];
  offices?: Office[];
  months?: PerimeterMonths;
}

const values = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map(
      (row) =>
        `(${row.map((cell) => (typeof cell === "string" ? `'${cell}'` : String(cell))).join(", ")})`,
    )
    .join(", ");

/** Perimeter of batch 2610: who is followed, and who is kept besides. */
async function perimeterOf({ headcounts, units = [], offices = [], months = 36 }: Extracts) {
  return withDuckDB(async (connection) => {
    await connection.run(
      "CREATE TABLE effectif_ent(siren VARCHAR, periode DATE, effectif_ent INTEGER)",
    );
    await connection.run(`INSERT INTO effectif_ent VALUES ${values(headcounts)}`);
    await connection.run(`CREATE TABLE sirene_ul AS ${tableSql(sireneUl, [])}`);
    if (units.length > 0)
      await connection.run(`INSERT INTO sirene_ul (siren, categorieJuridiqueUniteLegale,
        activitePrincipaleUniteLegale) VALUES ${values(units)}`);
    await connection.run(`CREATE TABLE sirene AS ${tableSql(sirene, [])}`);
    if (offices.length > 0)
      await connection.run(
        `INSERT INTO sirene (siren, etablissementSiege, departement) VALUES ${values(offices)}`,
      );
    const batch = parseBatch("2610");
    const options = { batch, snapshots: "none", filter: true, given: false, months };
    await makePerimeter(connection, options);
    await applyBlacklist(connection);
    const rows = await queryRows<{ siren: string; suivie: boolean }>(
      connection,
      "SELECT siren, suivie FROM clean_perimeter ORDER BY siren",
    );
    const named = (suivie: boolean) =>
      rows.filter((row) => row.suivie === suivie).map(({ siren }) => siren);
    return { followed: named(true), history: named(false) };
  });
}

const A = "111111111";
const B = "222222222";
/** Employs people to the last month, so that months are counted from there. */
const LASTING: Headcount = ["999999999", "2026-09-01", 1];

describe("the perimeter (§1.7)", () => {
  test("ten employees are enough, nine are not", async () => {
    const headcounts: Headcount[] = [
      [A, "2026-09-01", 10],
      [B, "2026-09-01", 9],
    ];
    expect(await perimeterOf({ headcounts })).toEqual({ followed: [A], history: [] });
  });

  test("the rule looks at 36 months, as the code of March 2026 (d945a59f), unless told otherwise", async () => {
    expect(PERIMETER.monthsAtDate).toBe(36);
    const headcounts: Headcount[] = [[A, "2023-10-01", 10], [B, "2023-09-01", 10], LASTING];
    expect(await perimeterOf({ headcounts })).toEqual({ followed: [A], history: [B] });
  });

  test("with the 120 months of the documents, who was large nine years ago is followed", async () => {
    const headcounts: Headcount[] = [[A, "2016-10-01", 10], [B, "2016-09-01", 10], LASTING];
    expect(await perimeterOf({ headcounts, months: 120 })).toEqual({
      followed: [A],
      history: [B],
    });
  });

  test("the history keeps who was in the perimeter at some month of the ten years of the batch", async () => {
    const headcounts: Headcount[] = [[A, "2013-11-01", 10], [B, "2013-10-01", 10], LASTING];
    expect(await perimeterOf({ headcounts })).toEqual({ followed: [], history: [A] });
  });

  test("empty month columns at the end do not count", async () => {
    const headcounts: Headcount[] = [
      [A, "2023-07-01", 10],
      [B, "2026-06-01", 1],
    ];
    expect(await perimeterOf({ headcounts })).toEqual({ followed: [A], history: [] });
  });

  test("months after the batch do not count", async () => {
    const headcounts: Headcount[] = [[A, "2026-10-01", 10], LASTING];
    expect(await perimeterOf({ headcounts })).toEqual({ followed: [], history: [] });
  });

  test("a company without a value in the last three months stays: that rule was switched off", async () => {
    const headcounts: Headcount[] = [[A, "2024-01-01", 10], LASTING];
    expect(await perimeterOf({ headcounts })).toEqual({ followed: [A], history: [] });
  });
});

describe("the black list (§1.7, migration 042)", () => {
  const large = (siren: string): Headcount => [siren, "2026-09-01", 50];

  test("leaves out 17 legal categories", async () => {
    expect(EXCLUDED_CATEGORIES).toHaveLength(17);
    const units = EXCLUDED_CATEGORIES.map(
      (code, n): Unit => [String(n).padStart(9, "0"), code, "25.11Z"],
    );
    const headcounts = [large(A), ...units.map(([siren]) => large(siren))];
    expect(await perimeterOf({ headcounts, units })).toEqual({ followed: [A], history: [] });
  });

  test("leaves out teaching, finance, unions and whole divisions 65, 66, 84 and 99", async () => {
    const activities = [...EXCLUDED_ACTIVITIES, ...EXCLUDED_DIVISIONS.map((two) => `${two}.12Z`)];
    const units = activities.map((code, n): Unit => [String(n).padStart(9, "0"), "5710", code]);
    const headcounts = [large(A), ...units.map(([siren]) => large(siren))];
    expect(await perimeterOf({ headcounts, units })).toEqual({ followed: [A], history: [] });
  });

  test("keeps holdings, 64.20Z", async () => {
    const perimeter = await perimeterOf({ headcounts: [large(A)], units: [[A, "5710", "64.20Z"]] });
    expect(perimeter.followed).toEqual([A]);
  });

  test("leaves out a company whose head office is absent or abroad", async () => {
    const ABSENT = "333333333";
    const offices: Office[] = [
      [A, true, "75"],
      [B, true, null],
      [ABSENT, false, "75"],
    ];
    const headcounts = [large(A), large(B), large(ABSENT)];
    const units = [A, B, ABSENT].map((siren): Unit => [siren, "5710", "25.11Z"]);
    expect(await perimeterOf({ headcounts, units, offices })).toEqual({
      followed: [A],
      history: [],
    });
  });

  test("leaves them out of the history too", async () => {
    const headcounts: Headcount[] = [[A, "2018-01-01", 50], [B, "2018-01-01", 50], LASTING];
    const units: Unit[] = [[B, "7490", "84.11Z"]];
    expect(await perimeterOf({ headcounts, units })).toEqual({ followed: [], history: [A] });
  });
});

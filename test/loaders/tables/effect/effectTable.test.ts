import loadHighs from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import { withDuckDB } from "../../../../loaders/duckdb.js";
import { effectTable } from "../../../../loaders/tables/effect/effectTable.js";
import { createScope } from "../../../../loaders/tables/scope.js";
import type { Comparison, EffectTable } from "../../../../src/lib/effect/effectTable.js";
import { createCleanTables, freshAt } from "../cleanTables.js";

const BREIZH = "53";
const FOOD = "10.11Z";
const SHOPS = "47.11F";
/** A headcount for each pair, three times the one before: a company has one that is near its size. */
const SIZES = [10, 30, 90, 270, 810, 2430, 7290, 21870, 65610];

/** SIREN of the company followed and of the one like it, by rank. */
const followed = (rank: number) => `1000000${String(rank).padStart(2, "0")}`;
const alike = (rank: number) => `2000000${String(rank).padStart(2, "0")}`;
/** Three companies followed without having been flagged. */
const UNLISTED = [0, 1, 2].map((rank) => `3000000${String(rank).padStart(2, "0")}`);
/** Of the size and score of the first, and out of its risk set: another sector, a proceeding, a follow-up, a level. */
const [OTHER_SECTOR, IN_PROCEEDING, FOLLOWED_BEFORE, OTHER_LEVEL] = [
  "400000000",
  "400000001",
  "400000002",
  "400000003",
] as const;

const quoted = (...values: (string | number | boolean | null)[]) =>
  `(${values.map((value) => (typeof value === "string" ? `'${value}'` : String(value))).join(", ")})`;

const ranks = [...SIZES.keys()];
const PAIRED = ranks.flatMap((rank) => [followed(rank), alike(rank)]);
const OUT = [OTHER_SECTOR, IN_PROCEEDING, FOLLOWED_BEFORE, OTHER_LEVEL];

/** On the list of 10 January 2024; the follow-ups begin on 1 February, a day later for each. */
const LISTED = [
  ...PAIRED.map((siren) =>
    quoted(siren, "Janvier 2024", "2024-01-10", 80, "Alerte seuil F1", true),
  ),
  ...[OTHER_SECTOR, IN_PROCEEDING, FOLLOWED_BEFORE].map((siren) =>
    quoted(siren, "Janvier 2024", "2024-01-10", 80, "Alerte seuil F1", true),
  ),
  quoted(OTHER_LEVEL, "Janvier 2024", "2024-01-10", 80, "Alerte seuil F2", true),
  // What gives the score its spread; none has a headcount near another’s.
  quoted("500000000", "Janvier 2024", "2024-01-10", 1, "Alerte seuil F1", true),
  quoted("500000001", "Janvier 2024", "2024-01-10", 99, "Alerte seuil F1", true),
];
const FOLLOW_UPS = [
  ...ranks.map((rank) => quoted(followed(rank), `2024-02-${String(rank + 1).padStart(2, "0")}`)),
  ...UNLISTED.map((siren) => quoted(siren, "2024-02-01")),
  quoted(FOLLOWED_BEFORE, "2023-12-01"),
  // The second one of a company is not a second company.
  quoted(followed(0), "2024-09-01"),
];
/** Within the year: three of the companies followed, three of those alike; later: three more. */
const JUDGMENTS = [
  ...[0, 1, 2].map((rank) => quoted(followed(rank), "2024-05-01", "redressement", "ouverture")),
  ...[3, 4, 5].map((rank) => quoted(alike(rank), "2024-05-01", "redressement", "ouverture")),
  ...[3, 4, 5].map((rank) => quoted(followed(rank), "2025-05-01", "liquidation", "ouverture")),
  // Neither an opening nor after the start.
  quoted(followed(8), "2024-06-01", "redressement", "plan_continuation"),
];

const months = (from: string, count: number) =>
  Array.from({ length: count }, (_, month) => {
    const [year, first] = from.split("-").map(Number) as [number, number];
    const at = year * 12 + first - 1 + month;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  });
const SPAN = months("2022-06", 46);
/** Half of the jobs are lost from June 2024 on by three companies followed. */
const employees = (siren: string, size: number, month: string) =>
  [6, 7, 8].some((rank) => followed(rank) === siren) && month >= "2024-06-01" ? size / 2 : size;
const HEADCOUNTS = [
  ...ranks.flatMap((rank) =>
    [followed(rank), alike(rank)].flatMap((siren) =>
      SPAN.map((month) => quoted(siren, month, employees(siren, SIZES[rank]!, month))),
    ),
  ),
  ...OUT.flatMap((siren) => SPAN.map((month) => quoted(siren, month, 10))),
  ...["500000000", "500000001"].flatMap((siren) =>
    SPAN.map((month) => quoted(siren, month, 200_000)),
  ),
];

let table: EffectTable;
beforeAll(async () => {
  const highs = await loadHighs();
  table = await withDuckDB(async (connection) => {
    await createCleanTables(connection, {
      companies: [...PAIRED, ...UNLISTED, ...OUT, "500000000", "500000001"].map((siren) =>
        quoted(siren, BREIZH, siren === OTHER_SECTOR ? SHOPS : FOOD),
      ),
      headcounts: HEADCOUNTS,
      judgments: JUDGMENTS,
      proceedings: [quoted(IN_PROCEEDING, "2024-02-01")],
    });
    await connection.run(`
      CREATE TABLE clean_listes_detection (siren VARCHAR, list_name VARCHAR, date_publication DATE,
        score DOUBLE, alert VARCHAR, premiere_alerte BOOLEAN);
      INSERT INTO clean_listes_detection VALUES ${LISTED.join(", ")};
      CREATE TABLE clean_accompagnements (siren VARCHAR, date_debut TIMESTAMP);
      INSERT INTO clean_accompagnements VALUES ${FOLLOW_UPS.join(", ")};`);
    await createScope(connection, freshAt("2026-03-01", { debit: null }));
    const tables = ["clean_listes_detection", "clean_accompagnements"].map((name) => ({
      table: name,
    }));
    return effectTable(connection, { batch: "2604", tables } as never, highs);
  });
});

const result = (outcome: string, horizon: number) =>
  table.outcomes.find((row) => row.outcome === outcome && row.horizon === horizon)!.result;

describe("what became of nine companies followed and of nine like them", () => {
  test("counts each company once, and says which are out of the study", () => {
    // 9 paired, 3 never listed, and one that was followed before it was listed.
    expect(table.selection).toEqual({
      all: 13,
      unlisted: 4,
      inProceeding: 0,
      unknown: 0,
      unpaired: 0,
      paired: 9,
    });
    expect(table.span).toEqual({ from: "2024-02", to: "2024-02" });
  });

  test("compares openings within the horizon: 3 of 9 followed, 3 of 9 alike, none in both", () => {
    expect(result("procedure", 12)).toMatchObject({
      pairs: 9,
      treated: 3,
      control: 3,
      difference: { value: 0 },
      ratio: { value: 1 },
      // Binomial(6, 1/2) at 3: 20/64; 1 less half of it.
      p: expect.closeTo(0.84375, 4),
      gamma: null,
    });
  });

  test("holds an opening past the horizon back, and the plan of a proceeding is not one", () => {
    expect(result("procedure", 18)).toMatchObject({ pairs: 9, treated: 6, control: 3 });
  });

  test("counts as a loss of employment a fifth of the headcount or more", () => {
    // (3 − 0) / 9; Bonett and Price: 4/11 and 1/11.
    const spread = Math.sqrt((4 / 11 + 1 / 11 - (3 / 11) ** 2) / 11);
    expect(result("emploi", 6)).toMatchObject({ pairs: 9, treated: 3, control: 0, ratio: null });
    const { difference } = result("emploi", 6) as Comparison;
    expect(difference.value).toBeCloseTo(3 / 9, 4);
    expect(difference.low).toBeCloseTo(3 / 11 - 1.959964 * spread, 4);
    expect(difference.high).toBeCloseTo(3 / 11 + 1.959964 * spread, 4);
  });

  test("has nothing to say of a horizon that the source does not reach", () => {
    expect(result("dette", 6)).toBeNull();
    expect(result("emploi", 24)).not.toBeNull();
  });

  test("finds no difference in the year before, and none in what the pairs are made on", () => {
    expect(table.placebo).toMatchObject({ pairs: 9, treated: 0, control: 0 });
    for (const { after } of table.balance) expect(after).toBe(0);
  });
});

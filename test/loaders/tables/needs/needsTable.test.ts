import loadHighs from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import { withDuckDB } from "../../../../loaders/duckdb.js";
import { needsTable } from "../../../../loaders/tables/needs/needsTable.js";
import { createNeedViews } from "../../../../loaders/tables/needs/needView.js";
import { helpedShare, type NeedsTable } from "../../../../src/lib/needs/needsTable.js";

type Row = Record<string, string | boolean | null>;

/** A need: its matches by state, and what they share. Sent and filed at nine, taken so many hours after. */
function need(
  id: number,
  sent: string,
  matches: readonly (readonly [state: string, hours: number | null])[],
  shared: Row = {},
): Row[] {
  const at = (hours: number) =>
    new Date(Date.parse(`${sent}T09:00:00Z`) + hours * 3_600_000).toISOString().slice(0, 19);
  return matches.map(([state, hours]) => ({
    id_sollicitation: `s${id}`,
    id_besoin: `b${id}`,
    id_etablissement: `e${id}`,
    date_sollicitation: at(-48),
    date_transmission: at(0),
    statut_mise_en_relation: state,
    date_prise_en_charge: hours === null ? null : at(hours),
    theme: "Investissement",
    region: "Bretagne",
    code_naf: "43.21A",
    effectifs: "10 à 19 salariés",
    sujet: "A",
    sujet_choisi: "A",
    ...shared,
  }));
}

const FIVE_DAYS = 120;

/** Second quarter of 2026: ten needs helped fast; third: the rest. Batch 2610 observes up to September. */
const ROWS: Row[] = [
  ...Array.from({ length: 10 }, (_, i) => need(i, "2026-05-11", [["done", 24]])).flat(),
  // Two matches: the state is the one that comes first in the order, whatever the other is.
  ...need(20, "2026-07-06", [
    ["quo", null],
    ["done", FIVE_DAYS - 1],
  ]),
  ...need(21, "2026-07-06", [["done", FIVE_DAYS]], { theme: "Numérique" }),
  ...need(22, "2026-07-06", [["done_no_help", 24]], { sujet: "B" }),
  ...need(23, "2026-07-06", [["done_no_help", 24]]),
  ...need(24, "2026-07-06", [["done_no_help", 200]]),
  ...need(25, "2026-07-07", [["taking_care", 24]]),
  ...need(26, "2026-07-07", [["taking_care", 24]]),
  ...need(27, "2026-07-07", [["taking_care", 24]]),
  ...need(28, "2026-08-20", [["quo", null]], { date_abandon: "2026-10-04 09:00:00" }),
  ...need(29, "2026-08-20", [
    ["quo", null],
    ["not_for_me", 5],
  ]),
  ...need(30, "2026-08-20", [["quo", null]]),
  ...need(31, "2026-09-01", [["done", 24]], {
    satisfaction_rappel: true,
    satisfaction_utilite: true,
    id_etablissement: "e21",
  }),
  ...need(32, "2026-09-01", [["not_for_me", 24]]),
  ...need(33, "2026-09-01", [["not_for_me", 24]]),
  ...need(34, "2026-09-01", [["not_for_me", 24]]),
  // The visit of an adviser, and what comes after the end.
  ...need(40, "2026-07-06", [["done", 24]], { id_sollicitation: null }),
  ...need(41, "2026-10-02", [["done", 24]]),
];

let table: NeedsTable;

beforeAll(async () => {
  const highs = await loadHighs();
  table = await withDuckDB(async (connection) => {
    // The views make the empty table, which is filled before they are read.
    await createNeedViews(connection, { tables: [] }, "2026-10-01");
    for (const row of ROWS) {
      const names = Object.keys(row).filter((name) => row[name] !== null);
      const cells = names.map((name) =>
        typeof row[name] === "string"
          ? `'${String(row[name]).replaceAll("'", "''")}'`
          : String(row[name]),
      );
      await connection.run(
        `INSERT INTO clean_mises_en_relation (${names.join(", ")}) VALUES (${cells.join(", ")})`,
      );
    }
    await connection.run("DROP VIEW need; DROP VIEW sent_match");
    const tables = [{ table: "clean_mises_en_relation" }];
    return needsTable(connection, { batch: "2610", tables } as never, highs);
  });
});

const quarter = (name: string) => table.quarters.find((one) => one.quarter === name)!;

describe("needsTable", () => {
  test("needs from a request count at the month they were sent, up to the last observed", () => {
    expect(table.months).toEqual(["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]);
    expect(table.sent).toEqual([10, 0, 8, 3, 4]);
  });

  test("the main figure is the needs closed with help since the opening", () => {
    // Ten in May, needs 20 and 21 in July, 31 in September.
    expect(table.helped).toBe(13);
  });

  test("a need has one state, from those of its matches", () => {
    // July to September: done 20, 21, 31; no help 22, 23, 24; in progress 25, 26, 27; waiting 28, 29, 30; refused 32, 33, 34.
    expect(quarter("2026-T3").states).toEqual({
      done: 3,
      done_no_help: 3,
      done_not_reachable: 0,
      taking_care: 3,
      quo: 3,
      not_for_me: 3,
    });
  });

  test("months of less than 45 days are provisional, with their quarter", () => {
    expect(table.provisionalFrom).toBe("2026-08");
    expect([quarter("2026-T2").provisional, quarter("2026-T3").provisional]).toEqual([false, true]);
  });

  test("the funnel of a quarter has all that was sent as its base", () => {
    // 15 needs: 12 with a stand, 3 refused, 9 taken care of, 3 helped.
    expect(table.funnel).toMatchObject({
      quarter: "2026-T3",
      needs: { base: 15, positioned: 80, refused: 20, takenCare: 60, unanswered: 20, helped: 20 },
    });
    // 17 matches: need 20 and need 29 have two; waiting 20, 28, 29, 30; refused 29, 32, 33, 34.
    expect(table.funnel?.matches).toMatchObject({ base: 17, unanswered: 24, refused: 24 });
  });

  test("days are counted among needs with an exchange, and the quarter before in the same way", () => {
    // Six with an exchange in the third quarter: too few to be told; all ten in one day in the second.
    expect(table.funnel?.needs).toMatchObject({ fast: null, faster: null });
    expect(table.funnelBefore?.needs).toMatchObject({
      base: 10,
      helped: 100,
      fast: 100,
      faster: 100,
    });
  });

  test("the three definitions of the delay start and count differently", () => {
    const percents = (version: "2022" | "2024" | "2026") =>
      table.fast[version].map(({ quarter, percent }) => [quarter, percent]);
    // 2022: requests nobody waits for, taken at most five days after they were filed, two days before
    // they were sent; July to September, 12 requests without the waiting ones: taken in 24 h (72 h) but
    // for 20 (167 h), 21 (168 h) and 24 (248 h): 9 of 12.
    expect(percents("2022")).toEqual([
      ["2026-T2", 100],
      ["2026-T3", 75],
    ]);
    // 2024 and 2026: needs with an exchange, six in the third quarter.
    expect(percents("2024")).toEqual([
      ["2026-T2", 100],
      ["2026-T3", null],
    ]);
    expect(percents("2026")).toEqual([
      ["2026-T2", 100],
      ["2026-T3", null],
    ]);
  });

  test("breakdowns count the needs of twelve months, and hide one or two", () => {
    expect(table.regions).toEqual([{ name: "Bretagne", needs: 25, helped: 13 }]);
    expect(table.sectors[0]).toMatchObject({ name: "F", needs: 25 });
    const themes = new Map(table.themes.map(({ name, needs }) => [name, needs]));
    expect(themes.get("Numérique")).toBe("s");
    expect(helpedShare(table.regions[0]!)).toBe(52);
  });

  test("an establishment that comes back in the year is counted once", () => {
    // 25 needs, of which 31 is of the establishment of 21.
    expect(table.years).toEqual([
      {
        year: 2026,
        whole: false,
        needs: 25,
        companies: 24,
        answers: "s",
        satisfied: "s",
        abandoned: "s",
        requalified: "s",
      },
    ]);
  });
});

test("a batch without any need has an empty table, not an error", async () => {
  const highs = await loadHighs();
  const empty = await withDuckDB((connection) =>
    needsTable(connection, { batch: "2610", tables: [] } as never, highs),
  );
  expect(empty).toMatchObject({ months: [], helped: 0, funnel: null, years: [] });
});

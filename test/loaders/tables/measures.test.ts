import { describe, expect, it } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { MEASURES, type MeasureId } from "../../../loaders/tables/measures.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { type CleanRows, createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore } from "./companies.js";

const A = "000000001";
const B = "000000002";
const MONTHS = monthsBefore(36);

/** Two companies with 20 and 30 employees all along, and what a test adds. */
const ECONOMY: CleanRows = {
  companies: [`('${A}', '53', '47.11A')`, `('${B}', '11', '25.62B')`],
  headcounts: MONTHS.flatMap((month) => [
    `('${A}', DATE '${month}-01', 20)`,
    `('${B}', DATE '${month}-01', 30)`,
  ]),
};

/** Amounts of one measure as `company month [part]: amount`, months as `YYYY-MM`. */
async function measured(id: MeasureId, added: Partial<CleanRows>): Promise<string[]> {
  const { query, parts } = MEASURES.find((measure) => measure.id === id)!;
  return withDuckDB(async (connection) => {
    await createCleanTables(connection, { ...ECONOMY, ...added });
    await createScope(connection, freshAt("2026-09-30"));
    const rows = await queryRows<{ line: string }>(
      connection,
      `SELECT concat_ws(' ', CASE siren WHEN '${A}' THEN 'A' ELSE 'B' END,
         strftime(periode, '%Y-%m') || ${parts ? "' ' || part" : "''"}) || ': ' || amount AS line
       FROM (${query}) ORDER BY line`,
    );
    return rows.map(({ line }) => line);
  });
}

/** Its months only, for a measure that is 1 or nothing. */
async function monthsOf(id: MeasureId, added: Partial<CleanRows>): Promise<string[]> {
  return (await measured(id, added)).map((line) => line.split(/[ :]/)[1]!);
}

const judgment = (date: string, action: string, stage = "ouverture"): string =>
  `('${A}', DATE '${date}', '${action}', '${stage}')`;

describe("entreprises and effectif", () => {
  it("count a company in the months it employs someone, never carried forward", async () => {
    const headcounts = [
      `('${A}', DATE '2026-06-01', 20)`,
      `('${A}', DATE '2026-07-01', 0)`,
      `('${A}', DATE '2026-09-01', 12)`,
    ];
    expect(await measured("entreprises", { headcounts })).toEqual(["A 2026-06: 1", "A 2026-09: 1"]);
    expect(await measured("effectif", { headcounts })).toEqual(["A 2026-06: 20", "A 2026-09: 12"]);
  });
});

describe("ouvertures_12m", () => {
  it("keeps an opening in its month and the eleven after", async () => {
    const judgments = [judgment("2025-03-31", "redressement")];
    expect(await measured("ouvertures_12m", { judgments })).toEqual(
      MONTHS.filter((month) => month >= "2025-03" && month <= "2026-02").map(
        (month) => `A ${month} redressements_12m: 1`,
      ),
    );
  });

  it("does not take the conversion of a proceeding for a new entry", async () => {
    const judgments = [
      judgment("2024-01-10", "redressement"),
      judgment("2024-06-05", "redressement", "inclusion_autre_procedure"),
      judgment("2024-06-05", "liquidation"),
    ];
    expect(await measured("ouvertures_12m", { judgments })).toEqual(
      MONTHS.filter((month) => month >= "2024-01" && month <= "2024-12").map(
        (month) => `A ${month} redressements_12m: 1`,
      ),
    );
  });

  it("does not take it for one within the month either: the first opening stands", async () => {
    const judgments = [judgment("2026-09-02", "sauvegarde"), judgment("2026-09-28", "liquidation")];
    expect(await measured("ouvertures_12m", { judgments })).toEqual([
      "A 2026-09 sauvegardes_12m: 1",
    ]);
  });

  it("keeps the most severe of two openings of one day", async () => {
    const judgments = [judgment("2026-09-02", "sauvegarde"), judgment("2026-09-02", "liquidation")];
    expect(await measured("ouvertures_12m", { judgments })).toEqual([
      "A 2026-09 liquidations_12m: 1",
    ]);
  });

  it("counts a new proceeding after a plan, and the company once, by its last entry", async () => {
    const judgments = [
      judgment("2026-01-10", "sauvegarde"),
      judgment("2026-05-20", "sauvegarde", "plan_continuation"),
      judgment("2026-08-03", "liquidation"),
    ];
    expect(await measured("ouvertures_12m", { judgments })).toEqual([
      ...["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"].map(
        (month) => `A ${month} sauvegardes_12m: 1`,
      ),
      "A 2026-08 liquidations_12m: 1",
      "A 2026-09 liquidations_12m: 1",
    ]);
  });
});

describe("dette_urssaf", () => {
  it("carries the debt of each establishment forward and adds them, in whole euros", async () => {
    const debts = [
      `('${A}00011', DATE '2026-06-01', 100.40, 200)`,
      `('${A}00029', DATE '2026-08-01', 50.30, 0)`,
    ];
    expect(await measured("dette_urssaf", { debts })).toEqual([
      "A 2026-06 dette_patronale: 200",
      "A 2026-06 dette_salariale: 100",
      "A 2026-07 dette_patronale: 200",
      "A 2026-07 dette_salariale: 100",
      "A 2026-08 dette_patronale: 200",
      "A 2026-08 dette_salariale: 151",
      "A 2026-09 dette_patronale: 200",
      "A 2026-09 dette_salariale: 151",
    ]);
  });

  it("ends with the payment, and a credit is not a debt", async () => {
    const debts = [
      `('${A}00011', DATE '2026-07-01', 100, 100)`,
      `('${A}00011', DATE '2026-08-01', 0, 0)`,
      `('${B}00011', DATE '2026-08-01', -30, -500)`,
    ];
    expect(await measured("dette_urssaf", { debts })).toEqual([
      "A 2026-07 dette_patronale: 100",
      "A 2026-07 dette_salariale: 100",
    ]);
    expect(await monthsOf("entreprises_en_dette", { debts })).toEqual(["2026-07"]);
  });

  it("takes a credit on one part off the other: no part is negative", async () => {
    const debts = [
      `('${A}00011', DATE '2026-09-01', -40, 100)`,
      `('${B}00011', DATE '2026-09-01', 100, -40)`,
    ];
    expect(await measured("dette_urssaf", { debts })).toEqual([
      "A 2026-09 dette_patronale: 60",
      "A 2026-09 dette_salariale: 0",
      "B 2026-09 dette_patronale: 0",
      "B 2026-09 dette_salariale: 60",
    ]);
  });

  it("is not a company in debt once it employs no one", async () => {
    const debts = [`('${A}00011', DATE '2026-08-01', 100, 0)`];
    const headcounts = [
      `('${A}', DATE '2026-08-01', 10)`,
      `('${B}', DATE '2026-08-01', 10)`,
      `('${B}', DATE '2026-09-01', 10)`,
    ];
    expect(await monthsOf("entreprises_en_dette", { debts, headcounts })).toEqual(["2026-08"]);
  });
});

describe("cotisations_12m", () => {
  it("adds the contributions of all establishments over the month and the eleven before", async () => {
    const contributions = [
      `('${A}00011', DATE '2025-08-01', 1000.30)`,
      `('${A}00029', DATE '2025-08-01', 0.30)`,
      `('${A}00011', DATE '2026-08-01', 500)`,
    ];
    const lines = await measured("cotisations_12m", { contributions });
    expect(lines).toHaveLength(14);
    expect(lines[0]).toBe("A 2025-08: 1001");
    expect(lines.slice(-3)).toEqual(["A 2026-07: 1001", "A 2026-08: 500", "A 2026-09: 500"]);
  });

  it("is nothing when more was given back than due", async () => {
    const contributions = [
      `('${A}00011', DATE '2026-08-01', 100)`,
      `('${A}00011', DATE '2026-09-01', -300)`,
    ];
    expect(await measured("cotisations_12m", { contributions })).toEqual(["A 2026-08: 100"]);
  });
});

describe("entreprises_en_delai and montant_delais", () => {
  const schedule = (creation: string, term: string, amount: number, stage = "APPROB") =>
    `('${A}00011', DATE '${creation}', DATE '${term}', ${amount}, '${stage}')`;

  it("count a schedule that runs at the end of the month, not one past its term", async () => {
    const schedules = [schedule("2026-06-30", "2026-08-31", 1200.6)];
    expect(await measured("montant_delais", { schedules })).toEqual([
      "A 2026-06: 1201",
      "A 2026-07: 1201",
    ]);
    expect(await monthsOf("entreprises_en_delai", { schedules })).toEqual(["2026-06", "2026-07"]);
  });

  it("leave out what was asked for and not granted", async () => {
    const schedules = [schedule("2026-06-30", "2026-12-31", 1200, "PR")];
    expect(await measured("montant_delais", { schedules })).toEqual([]);
    expect(await measured("entreprises_en_delai", { schedules })).toEqual([]);
  });

  it("add the schedules of a company, which counts once", async () => {
    const schedules = [
      schedule("2026-09-01", "2026-12-31", 1000),
      schedule("2026-09-15", "2027-03-31", 500),
    ];
    expect(await measured("montant_delais", { schedules })).toEqual(["A 2026-09: 1500"]);
    expect(await measured("entreprises_en_delai", { schedules })).toEqual(["A 2026-09: 1"]);
  });
});

describe("short-time work", () => {
  it("is in hundredths of full-time equivalents, and a company with some counts once", async () => {
    const shortTimeWork = [
      `('${A}', DATE '2026-08-01', 1.234)`,
      `('${A}', DATE '2026-08-01', 2)`,
      `('${B}', DATE '2026-08-01', 0)`,
    ];
    expect(await measured("etp_activite_partielle", { shortTimeWork })).toEqual(["A 2026-08: 323"]);
    expect(await measured("entreprises_en_ap", { shortTimeWork })).toEqual(["A 2026-08: 1"]);
  });

  it("is authorised by motive, several at once being one of their own", async () => {
    const requests = [
      `('${A}', DATE '2026-08-01', 1, 'Conjoncture économique')`,
      `('${A}', DATE '2026-08-01', 2, 'Autres circonstances exceptionnelles; Conjoncture économique')`,
      `('${A}', DATE '2026-08-01', 4, 'Motif inconnu')`,
      `('${B}', DATE '2026-08-01', 8, 'Sinistre ou intempéries de caractère exceptionnel')`,
    ];
    expect(await measured("etp_autorise", { requests })).toEqual([
      "A 2026-08 autorise_conjoncture: 100",
      "A 2026-08 autorise_inconnu: 400",
      "A 2026-08 autorise_plusieurs: 200",
      "B 2026-08 autorise_sinistre: 800",
    ]);
    expect(await measured("entreprises_en_ap", { requests })).toEqual([]);
  });
});

describe("months known", () => {
  it("go from a source’s first row to its freshness, from a whole window on for sums of a year", async () => {
    const known = await withDuckDB(async (connection) => {
      await createCleanTables(connection, {
        ...ECONOMY,
        contributions: [`('${A}00011', DATE '2025-01-01', 100)`],
        judgments: [judgment("2015-05-05", "redressement")],
        requests: [`('${A}', DATE '2026-08-01', 1, 'Motif inconnu')`],
      });
      await createScope(connection, freshAt("2026-09-30", { procol: "2026-08-31" }));
      return Promise.all(
        (["entreprises", "cotisations_12m", "ouvertures_12m", "etp_autorise"] as const).map(
          async (id) => {
            const measure = MEASURES.find((one) => one.id === id)!;
            const [row] = await queryRows<{ span: string }>(
              connection,
              `SELECT strftime(${measure.first}, '%Y-%m') || ' ' || strftime(${measure.last}, '%Y-%m') AS span FROM scope`,
            );
            return row!.span;
          },
        ),
      );
    });
    expect(known).toEqual([
      "2023-10 2026-09",
      "2025-12 2026-09",
      "2024-09 2026-08",
      "2026-08 2026-09",
    ]);
  });

  it("are none for a source without any file", async () => {
    const rows = await withDuckDB(async (connection) => {
      await createCleanTables(connection, ECONOMY);
      await createScope(connection, freshAt("2026-09-30", { apdemande: null, delai: null }));
      return queryRows(connection, "SELECT apdemande_last, delai_last FROM scope");
    });
    expect(rows).toEqual([{ apdemande_last: null, delai_last: null }]);
  });
});

it("gives whole amounts, none negative, whatever the parts", async () => {
  const debts = MONTHS.map(
    (month, n) => `('${A}00011', DATE '${month}-01', ${0.5 - 0.35 * n}, ${n * 0.25})`,
  );
  for (const line of await measured("dette_urssaf", { debts })) expect(line).toMatch(/: \d+$/);
});

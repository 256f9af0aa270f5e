import { describe, expect, test } from "vitest";
import type { PastBatch } from "../../../loaders/watch/past.js";
import { alertsOf, batch, column, file, idsOf, table } from "./madeUp.js";

const KEYS = ["2604", "2605", "2606", "2607", "2608", "2609"];

const months = (parts: (index: number) => Partial<PastBatch>): PastBatch[] =>
  KEYS.map((key, index) => batch(key, parts(index)));

describe("the message of an alert", () => {
  test("says what is measured, now, before, the limit and what to do", () => {
    const past = months(() => ({ files: [file({ rejected: 20 })] }));
    const [alert] = alertsOf({ files: [file({ rejected: 1240 })] }, past);
    expect(alert).toMatchObject({
      id: "debit.rejected",
      table: "debit",
      column: null,
      measure: "rejected",
      before: 0.002,
      now: 0.124,
      accepted: null,
    });
    expect(alert!.message.replaceAll(/[\u00a0\u202f]/g, " ")).toBe(
      "debit : 12,4 % de lignes rejetées (médiane de 0,2 % sur 6 lots, limite 1,2 %) ; vérifier que le format n’a pas changé",
    );
  });
});

describe("the past that a batch is compared with", () => {
  test("is a median: one odd month neither raises an alert nor hides one", () => {
    const past = months((index) => ({ files: [file({ parsed: index === 5 ? 2_000 : 10_000 })] }));
    expect(idsOf({ files: [file({ parsed: 10_100 })] }, past)).toEqual([]);
    expect(idsOf({ files: [file({ parsed: 2_000 })] }, past)).toEqual(["debit.rows"]);
  });

  test("widens the limit of what varies every month", () => {
    const past = months((index) => ({
      files: [file({ parsed: index % 2 === 0 ? 8_000 : 14_000 })],
    }));
    expect(idsOf({ files: [file({ parsed: 15_000 })] }, past)).toEqual([]);
    expect(idsOf({ files: [file({ parsed: 40_000 })] }, past)).toEqual(["debit.rows"]);
  });

  test("leaves out a batch whose alert nobody accepted: wrong data do not become usual", () => {
    const good = batch("2608", { files: [file()] });
    const alerts = alertsOf({ files: [file({ parsed: 5_000 })] }, [good]);
    const bad = batch("2609", { files: [file({ parsed: 5_000 })], alerts });
    expect(idsOf({ files: [file({ parsed: 5_000 })] }, [good, bad])).toEqual(["debit.rows"]);
    expect(idsOf({ files: [file()] }, [good, bad])).toEqual([]);
  });

  test("begins at the batch whose jump was accepted", () => {
    const good = months(() => ({ files: [file()] })).slice(0, -1);
    const [alert] = alertsOf({ files: [file({ parsed: 5_000 })] }, good);
    const alerts = [{ ...alert!, accepted: "purge annoncée" }];
    const purged = batch("2609", { files: [file({ parsed: 5_000 })], alerts });
    expect(idsOf({ files: [file({ parsed: 5_000 })] }, [...good, purged])).toEqual([]);
    expect(idsOf({ files: [file()] }, [...good, purged])).toEqual(["debit.rows"]);
  });

  test("is not needed for a share of rejected rows that is high in itself", () => {
    expect(idsOf({ files: [file({ rejected: 600 })] }, [])).toEqual(["debit.rejected"]);
    expect(idsOf({ files: [file({ rejected: 400 })] }, [])).toEqual([]);
  });
});

describe("few rows", () => {
  test("raise no alert: a file of 40 lines may double, and be rejected by half", () => {
    const past = [batch("2609", { files: [file({ parsed: 20 })] })];
    expect(idsOf({ files: [file({ parsed: 40, rejected: 20 })] }, past)).toEqual([]);
  });

  test("widen the limit by what chance explains", () => {
    const past = [batch("2609", { files: [file({ parsed: 120 })] })];
    expect(idsOf({ files: [file({ parsed: 160 })] }, past)).toEqual([]);
    expect(idsOf({ files: [file({ parsed: 240 })] }, past)).toEqual(["debit.rows"]);
  });
});

describe("a cause", () => {
  const past = [
    batch("2609", {
      files: [file()],
      profiles: [table("debit", [column("motif_ecn", {})]), table("clean_debit", [])],
    }),
  ];

  test("silences what it makes of the computed tables", () => {
    const profiles = [table("debit", []), table("clean_debit", [], 4_000)];
    expect(idsOf({ files: [file({ parsed: 4_000 })], profiles }, past)).toEqual(["debit.rows"]);
    expect(idsOf({ files: [file()], profiles }, past)).toEqual(["clean_debit.rows"]);
  });

  test("silences the columns of a source that is mostly rejected, or could not be read", () => {
    const profiles = [table("debit", [column("motif_ecn", { nulls: 5_000 })])];
    expect(idsOf({ files: [file()], profiles }, past)).toEqual(["debit.motif_ecn.nulls"]);
    const rejected = file({ rejected: 6_000 });
    expect(idsOf({ files: [rejected], profiles }, past)).toEqual(["debit.rejected"]);
    const fatal = file({ fatal: "illisible", parsed: 0 });
    expect(idsOf({ files: [fatal], profiles }, past)).toEqual([]);
  });
});

describe("the freshness of a source", () => {
  const at = (date: string) => [{ source: "cotisation", date, rule: "" }];

  test("is late when it did not advance from a batch to the next", () => {
    const past = [batch("2609", { freshness: at("2026-08-01") })];
    expect(idsOf({ freshness: at("2026-09-01") }, past)).toEqual([]);
    expect(idsOf({ freshness: at("2026-08-01") }, past)).toEqual(["cotisation.freshness"]);
  });

  test("may stay from a batch to its sub-batch, which ends the same day", () => {
    const past = [batch("2610", { freshness: at("2026-09-01") })];
    expect(idsOf({ freshness: at("2026-09-01") }, past)).toEqual([]);
  });

  test("may stay for a year where accounts close once a year", () => {
    const closing = (date: string) => [{ source: "ratios_inpi", date, rule: "" }];
    const past = [batch("2609", { freshness: closing("2026-03-31") })];
    expect(idsOf({ freshness: closing("2026-03-31") }, past)).toEqual([]);
    expect(idsOf({ freshness: closing("2025-03-31") }, past)).toEqual(["ratios_inpi.freshness"]);
  });

  test("waits for events that are rare to be surely missing", () => {
    const percentiles = Array.from({ length: 101 }, (_, index) => 20_000 + 10 * index);
    const dates = column("date_de_traitement", { type: "DATE", percentiles });
    const late = { freshness: [{ source: "ccsf", date: "2026-07-20", rule: "" }] };
    const past = [batch("2609", { freshness: [{ source: "ccsf", date: "2026-08-20", rule: "" }] })];
    expect(idsOf({ ...late, profiles: [table("ccsf", [dates], 100)] }, past)).toEqual([]);
    expect(idsOf({ ...late, profiles: [table("ccsf", [dates], 9_000)] }, past)).toEqual([
      "ccsf.freshness",
    ]);
  });
});

describe("the distribution of a column", () => {
  const amounts = (factor: number) =>
    table("debit", [
      column("mt_po", {
        type: "DECIMAL(18,2)",
        zeros: 0,
        percentiles: Array.from({ length: 101 }, (_, index) => factor * (index + 1)),
      }),
    ]);

  test("is another one from a population stability index of 0.1", () => {
    const past = [batch("2609", { profiles: [amounts(1)] })];
    expect(idsOf({ profiles: [amounts(1.1)] }, past)).toEqual([]);
    expect(idsOf({ profiles: [amounts(2)] }, past)).toEqual(["debit.mt_po.psi"]);
  });

  test("is in another unit from a factor of five, either way", () => {
    const past = [batch("2609", { profiles: [amounts(1)] })];
    for (const factor of [100, 6.55957, 0.01])
      expect(idsOf({ profiles: [amounts(factor)] }, past)).toEqual(["debit.mt_po.scale"]);
  });

  test("may change every month as it always did", () => {
    const past = months((index) => ({ profiles: [amounts(index % 2 === 0 ? 2 : 1)] }));
    expect(idsOf({ profiles: [amounts(2)] }, past)).toEqual([]);
    expect(idsOf({ profiles: [amounts(4)] }, past.slice(-1))).toEqual(["debit.mt_po.psi"]);
  });
});

describe("the values of a code", () => {
  const codes = (values: Record<string, number>) =>
    table("debit", [
      column("cd_op_ecn", {
        values: Object.entries(values).map(([value, rows]) => ({ value, rows })),
      }),
    ]);
  const past = [batch("2609", { profiles: [codes({ a: 9_900, b: 95, c: 5 })] })];

  test("may lose or gain one that is too rare to be missed", () => {
    expect(idsOf({ profiles: [codes({ a: 9_900, b: 95, d: 5 })] }, past)).toEqual([]);
  });

  test("are named when they come or go", () => {
    const [alert] = alertsOf({ profiles: [codes({ a: 9_900, z: 95, c: 5 })] }, past);
    expect(alert).toMatchObject({ id: "debit.cd_op_ecn.values", now: 2 });
    expect(alert!.message).toMatch(/disparue\s: «\sb\s», valeur nouvelle\s: «\sz\s»/u);
  });
});

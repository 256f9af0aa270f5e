import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

const SIRET = "11111111100011";

/** An event: month counted, debt, history number, amounts. */
function event(periode: string, debt: string, history: number, po: number, pp = 0) {
  return {
    siret: SIRET,
    debit_id: debt,
    num_hist_ecn: history,
    dt_trt_ecn: periode,
    periode_prise_en_compte: periode,
    mt_po: po,
    mt_pp: pp,
  };
}

const amounts = (rows: Awaited<ReturnType<typeof cleaned>>) =>
  rows.map(({ periode, part_ouvriere, part_patronale, is_last }) => [
    periode,
    Number(part_ouvriere),
    Number(part_patronale),
    is_last,
  ]);

describe("clean_debit (§1.2)", () => {
  test("the highest history number of a debt holds in its month", async () => {
    const debit = [
      event("2026-01-01", "a", 2, 70, 7),
      event("2026-01-01", "a", 3, 50, 5),
      event("2026-01-01", "a", 1, 100, 10),
    ];
    expect(amounts(await cleaned("clean_debit", { debit }))).toEqual([["2026-01-01", 50, 5, true]]);
  });

  test("each debt keeps its last known value until its next event, and they add up", async () => {
    const debit = [
      event("2026-01-01", "a", 1, 100, 10),
      event("2026-02-01", "b", 1, 30, 3),
      event("2026-04-01", "a", 2, 0, 0),
      event("2026-05-01", "b", 2, 0.1, 0.2),
    ];
    expect(amounts(await cleaned("clean_debit", { debit }))).toEqual([
      ["2026-01-01", 100, 10, false],
      ["2026-02-01", 130, 13, false],
      ["2026-04-01", 30, 3, false],
      ["2026-05-01", 0.1, 0.2, true],
    ]);
  });

  test("months without an event are absent, and the last of each establishment is marked", async () => {
    const other = { ...event("2026-03-01", "c", 1, 5), siret: "22222222200022" };
    const debit = [event("2026-01-01", "a", 1, 1), event("2026-06-01", "a", 2, 2), other];
    const rows = await cleaned("clean_debit", { debit });
    expect(rows.map(({ siret, periode, is_last }) => [siret, periode, is_last])).toEqual([
      [SIRET, "2026-01-01", false],
      [SIRET, "2026-06-01", true],
      ["22222222200022", "2026-03-01", true],
    ]);
  });

  test("is, for any history, the sum over debts of the last known value", async () => {
    const month = (index: number) => `2026-${String(index + 1).padStart(2, "0")}-01`;
    const events = fc.uniqueArray(
      fc.record({
        month: fc.nat(8),
        debt: fc.constantFrom("a", "b", "c"),
        history: fc.nat(99),
        cents: fc.nat(99_999),
      }),
      {
        minLength: 1,
        maxLength: 20,
        selector: ({ debt, month: at, history }) => `${debt} ${at} ${history}`,
      },
    );
    await fc.assert(
      fc.asyncProperty(events, async (list) => {
        const debit = list.map((one) =>
          event(month(one.month), one.debt, one.history, one.cents / 100),
        );
        const rows = amounts(await cleaned("clean_debit", { debit }));
        const months = [...new Set(list.map((one) => one.month))].sort((a, b) => a - b);
        const expected = months.map((at) => {
          const values = ["a", "b", "c"].map((debt) => {
            const known = list
              .filter((one) => one.debt === debt && one.month <= at)
              .sort((a, b) => a.month - b.month || a.history - b.history);
            return known.at(-1)?.cents ?? 0;
          });
          return [month(at), values.reduce((sum, cents) => sum + cents, 0) / 100];
        });
        expect(rows.map(([periode, po]) => [periode, po])).toEqual(expected);
      }),
      { numRuns: 12, seed: 2610 },
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetChecks, failedChecks, sumEuros } from "../../../src/lib/budget/budgetChecks.js";
import { checksFinding, consumptionFinding } from "../../../src/lib/budget/budgetFindings.js";
import type { Instrument } from "../../../src/lib/budget/budgetTable.js";
import { cumulatedSpending } from "../../../src/lib/budget/cumulated.js";
import { exactEuros } from "../../../src/lib/budget/exactEuros.js";
import { publicationDuty } from "../../../src/lib/budget/publicationDuty.js";
import { outturnOf } from "../../../src/lib/budget/remainingToPay.js";
import { ANNEXES } from "../../../src/lib/budget/signedAgreements.js";
import { totalsBy } from "../../../src/lib/budget/totalsBy.js";
import { BUDGET, INSTRUMENTS_2023 } from "../../fixtures/budget.js";

const alone = (instruments: readonly Instrument[]) =>
  budgetChecks({ instruments, spending: [], posts: [] });
const sumsOf = (instruments: readonly Instrument[], rule: RegExp) =>
  alone(instruments).filter((one) => rule.test(one.rule));

test("the agreement of 13 December 2022 adds up: 600 000 of AE, 673 032 of CP, 573 032 with 73 032 carried over", () => {
  expect(sumsOf(INSTRUMENTS_2023, /somme des (AE|CP)/)).toMatchObject([
    { computed: 600_000, expected: 600_000, holds: true },
    { computed: 673_032, expected: 673_032, holds: true },
  ]);
  expect(sumsOf(INSTRUMENTS_2023, /restes à payer = CP/)).toMatchObject([
    { computed: 573_032, expected: 573_032, holds: true },
  ]);
});

test("the amendment of 2 October 2020 brings the agreement to 234 640", () => {
  const [one] = INSTRUMENTS_2023;
  const base = { ...one!, convention: "DGEFP–DINUM 2020", startup: "signaux-faibles", rap: null };
  const instruments = [
    { ...base, signed: "2020-03-25", ae: 100_000, cp: null },
    {
      ...base,
      convention: "DGEFP–DINUM 2020, avenant 1",
      signed: "2020-10-02",
      ae: 134_640,
      cp: 134_640,
      aeTotal: 234_640,
    },
  ];
  expect(sumsOf(instruments, /et de ses avenants/)).toMatchObject([
    { computed: 234_640, expected: 234_640, holds: true },
  ]);
});

test("the amendment of 18 July 2019 gives 400 000 and brings the total to 600 000", () => {
  const [one] = INSTRUMENTS_2023;
  const base = { ...one!, convention: "SG-MEF–DGE 2018, avenant 1", rap: null };
  const instruments = [
    { ...base, ae: 150_000, cp: 150_000 },
    { ...base, startup: "pre-incubation", ae: 250_000, cp: 250_000 },
  ];
  expect(sumsOf(instruments, /avenant 1 : /).map(({ computed }) => computed)).toEqual([
    400_000, 400_000, 600_000,
  ]);
  expect(failedChecks(alone(instruments))).toEqual([]);
});

test("each annex adds up to its total, and the DGEFP share is exactly one half where both are known", () => {
  for (const { posts, share, total } of ANNEXES) {
    expect(sumEuros(posts.map((post) => post.share))).toBe(share);
    if (total === null) continue;
    expect(sumEuros(posts.map((post) => post.total))).toBe(total);
    for (const post of posts) expect(2 * post.share).toBe(post.total);
  }
});

test("one euro off is a discrepancy, and it is kept", () => {
  const [pde, sf] = INSTRUMENTS_2023;
  const failed = failedChecks(alone([{ ...pde!, cp: 573_033 }, sf!]));
  expect(failed.map(({ rule }) => rule)).toContain(
    "DGEFP–DGE 2023, Place des Entreprises : AE + restes à payer = CP",
  );
  expect(checksFinding(failed)).toMatch(/pas juste/);
});

test("payments above what was committed and carried over are a discrepancy", () => {
  const [, sf] = INSTRUMENTS_2023;
  const [spent] = BUDGET.spending;
  const checks = budgetChecks({
    instruments: [sf!],
    spending: [{ ...spent!, paid: [60_000, 30_000, 10_000.01] }],
    posts: [],
  });
  const over = failedChecks(checks).filter(({ rule }) => /CP payés/.test(rule));
  expect(over.map(({ kind }) => kind)).toEqual(["ceiling", "ceiling"]);
});

test("remaining to pay is what was engaged or carried over, less what was paid", () => {
  const [pde, sf] = INSTRUMENTS_2023;
  expect(outturnOf(sf!, BUDGET.spending)).toEqual({
    engaged: 100_000,
    paid: 91_000.5,
    remaining: 8_999.5,
  });
  expect(outturnOf(pde!, []).remaining).toBe(73_032);
});

test("curves are running sums over the startups, without a value where one is not observed", () => {
  const [spent] = BUDGET.spending;
  const other = { ...spent!, startup: "autre", paid: [1, 2, null], engaged: [0, 0, null] };
  const curve = cumulatedSpending("DGEFP–DGE 2023", [spent!, other]);
  expect(curve.paid).toEqual([20_001.5, 50_003.5, null]);
  expect(curve.paidForecast).toEqual([60_000, 120_000, 200_000]);
  expect(consumptionFinding(curve)).toMatch(/de moins que prévu$/);
});

test("totals by post keep the whole, from the most paid", () => {
  const totals = totalsBy(BUDGET.posts, ({ post }) => post);
  expect(totals.map(({ paid }) => paid)).toEqual([81_000.5, 10_000, 2_000]);
});

test("euros keep their cents when there are some", () => {
  expect(exactEuros(573_032)).toBe("573\u202f032\u202f€");
  expect(exactEuros(8_999.5)).toBe("8\u202f999,50\u202f€");
  expect(exactEuros(null)).toBe("–");
});

test("sums of cents are exact whatever their order", () => {
  const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 40 });
  fc.assert(
    fc.property(cents, (amounts) => {
      const euros = amounts.map((amount) => amount / 100);
      expect(sumEuros(euros)).toBe(sumEuros([...euros].reverse()));
    }),
  );
});

test("the budget of October 2026 was last due in June and is next due in January, with the outturn of 2026", () => {
  expect(publicationDuty("2026-10-01")).toEqual({
    last: { date: "2026-06-30", content: "prévision actualisée de 2026" },
    next: { date: "2027-01-31", content: "réalisé de 2026 et prévision de 2027" },
  });
});

test("any day lies between the last publication and the next, at most seven months apart", () => {
  const days = fc.date({
    min: new Date("2020-01-01"),
    max: new Date("2040-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const { last, next } = publicationDuty(day);
      expect(last.date <= day && day < next.date).toBe(true);
      expect((Date.parse(next.date) - Date.parse(last.date)) / 86_400_000).toBeLessThanOrEqual(215);
    }),
  );
});

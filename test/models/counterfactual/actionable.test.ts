import { describe, expect, test } from "vitest";
import { ACTIONABLE } from "../../../models/counterfactual/actionable.js";
import { readableStep, towardsMean } from "../../../models/counterfactual/range.js";
import { VARIABLES } from "../../../models/features/families.js";
import type { LeverName } from "../../../src/lib/counterfactual/catalogue.js";
import { GIVEN } from "../../../src/lib/counterfactual/given.js";
import { A, A1, type FeatureRow, featuresAt } from "../features/economy.js";

const MONTH = "2024-12";

const names = VARIABLES.map(({ name }) => name).sort();
const moved = ACTIONABLE.flatMap(({ moves }) => moves.map(({ feature }) => feature));

test("every variable is either moved by one lever or given, with a reason", () => {
  const given = GIVEN.flatMap(({ features }) => features);
  expect([...moved, ...given].sort()).toEqual(names);
  expect(GIVEN.every(({ reason }) => reason !== "")).toBe(true);
});

test("levers read and name variables that exist", () => {
  const read = ACTIONABLE.flatMap(({ reads, untold, moves }) => [
    ...reads,
    ...untold,
    ...moves.flatMap((move) => move.reads ?? []),
  ]);
  expect(read.filter((feature) => !names.includes(feature))).toEqual([]);
});

const debt = (month: string, ouvriere: number, patronale: number) =>
  `INSERT INTO clean_debit VALUES ('${A1}', '${month}-01', ${ouvriere}, ${patronale});`;
const PLAN = `INSERT INTO clean_delai VALUES ('${A1}', '2024-11-02', '2025-03-10', 128, 1000, 'APPROB', 'SUR PO');`;
const OWING = debt("2024-03", 50, 50) + debt("2024-10", 300, 600);
const paydex = (month: string, days: number) =>
  `INSERT INTO clean_paydex VALUES ('${A}', '${month}-01', ${days}, 3, 1, 40, 20);`;
const sheet = (autonomy: number, suppliers: number) =>
  `INSERT INTO clean_ratios(siren, date_cloture, autonomie_financiere, taux_d_endettement,
     credit_fournisseurs_jours, credit_clients_jours)
   VALUES ('${A}', '2023-12-31', ${autonomy}, 80, ${suppliers}, 40);`;
const bankSheet = (shortTerm: number) =>
  `INSERT INTO bdf VALUES ('${A}', 2023, '2023-12-31', 1, 2, 3, 4, ${shortTerm}, 6);`;

/** The same company before and after the change a lever speaks of, all else equal. */
const CASES: { lever: LeverName; before: string; after: string; to: number }[] = [
  { lever: "dette_sociale", before: OWING, after: OWING + debt(MONTH, 90, 180), to: 270 },
  { lever: "dette_sociale", before: OWING, after: OWING + debt(MONTH, 0, 0), to: 0 },
  {
    lever: "dette_sociale",
    before: OWING + PLAN,
    after: OWING + PLAN + debt(MONTH, 150, 300),
    to: 450,
  },
  { lever: "delai_urssaf", before: OWING, after: OWING + PLAN, to: 1 },
  { lever: "fonds_propres", before: sheet(10, 70), after: sheet(22, 70), to: 22 },
  { lever: "credit_fournisseurs", before: sheet(10, 70), after: sheet(10, 55), to: 55 },
  { lever: "credit_court_terme", before: bankSheet(30), after: bankSheet(21), to: 21 },
  {
    lever: "retard_fournisseurs",
    before: paydex("2023-12", 20) + paydex(MONTH, 40),
    after: paydex("2023-12", 20) + paydex(MONTH, 28),
    to: 28,
  },
];

const numberOf = (value: unknown): number => (value === null ? Number.NaN : Number(value));

describe("a lever announces what the features of the changed company would be", () => {
  test.each(CASES)("$lever brought to $to", async ({ lever: name, before, after, to }) => {
    const [now, then] = [await featuresAt(MONTH, before), await featuresAt(MONTH, after)];
    const { moves, untold, range } = ACTIONABLE.find((one) => one.name === name)!;
    const values = (feature: string): number => numberOf(now[feature]);
    const scale = { kind: "standardised", lower: 0, upper: 100, mean: 25, sd: 20 } as const;
    const { from } = range(values, () => scale)!;
    for (const { feature, at } of moves) {
      const [announced, expected] = [at(values, to, from), numberOf(then[feature])];
      const isSame = Number.isNaN(expected)
        ? Number.isNaN(announced)
        : Math.abs(announced - expected) < 1e-10;
      expect([feature, announced, expected, isSame]).toContain(true);
    }
    const told = [...moves.map(({ feature }) => feature), ...untold];
    expect(differing(now, then).filter((feature) => !told.includes(feature))).toEqual([]);
  });

  const differing = (now: FeatureRow, then: FeatureRow): string[] =>
    names.filter((name) => now[name] !== then[name]);
});

describe("what is realistic", () => {
  const scale = { kind: "standardised", lower: 0, upper: 100, mean: 37, sd: 17 } as const;
  const at = (value: number, direction: "up" | "down") =>
    towardsMean("x", direction, { values: () => value, training: () => scale, step: 1 });

  test("a ratio goes to the mean of the training companies at most, by one standard deviation at most", () => {
    expect(at(30, "up")).toMatchObject({ from: 30, to: 37 });
    expect(at(-5, "up")).toMatchObject({ to: 12 });
    expect(at(40, "down")).toMatchObject({ to: 37 });
    expect(at(90, "down")).toMatchObject({ to: 73 });
  });

  test("a ratio that is better than the mean, or empty, has nowhere to go", () => {
    expect([at(37, "up"), at(50, "up"), at(20, "down"), at(Number.NaN, "up")]).toEqual(
      new Array(4).fill(undefined),
    );
  });

  test.each([
    [12, 1],
    [50, 1],
    [51, 2],
    [48_803.62, 1000],
    [247_386.99, 5000],
  ])("an amount of %d € is told by steps of %d €", (amount, step) => {
    expect(readableStep(amount)).toBe(step);
  });
});

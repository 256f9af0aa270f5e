import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

const SIREN = "111111111";

function event(date: string, action: string, stage: string, siret = `${SIREN}00011`) {
  return { siret, dt_effet: date, action_procol: action, stade_procol: stage };
}

/** Months of the table and what holds at each. */
async function statesOf(...procol: ReturnType<typeof event>[]) {
  const rows = await cleaned("clean_procol_at_date", { procol });
  return new Map(rows.map((row) => [String(row.periode), row.libelle_procol]));
}

describe("clean_procol (§1.3)", () => {
  test("drops the balance of a proceeding, and counts once what its establishments repeat", async () => {
    const procol = [
      event("2026-01-10", "redressement", "ouverture"),
      event("2026-01-10", "redressement", "ouverture", `${SIREN}00022`),
      event("2026-03-10", "redressement", "solde_procedure"),
    ];
    expect(await cleaned("clean_procol", { procol })).toEqual([
      {
        siren: SIREN,
        date_effet: "2026-01-10",
        action_procol: "redressement",
        stade_procol: "ouverture",
        libelle_procol: "Redressement judiciaire",
      },
    ]);
  });

  const LABELS = [
    ["redressement", "fin_procedure", "In bonis"],
    ["redressement", "plan_continuation", "Plan de redressement"],
    ["liquidation", "cloture_insuffisance_actif", "Liquidation judiciaire"],
    ["sauvegarde", "plan_continuation", "Plan de sauvegarde"],
    ["sauvegarde", "ouverture", "Sauvegarde"],
  ] as const;
  for (const [action, stage, label] of LABELS)
    test(`reads ${action}, ${stage} as « ${label} »`, async () => {
      const [row] = await cleaned("clean_procol", { procol: [event("2026-01-10", action, stage)] });
      expect(row!.libelle_procol).toBe(label);
    });
});

describe("clean_procol_at_date (§1.3)", () => {
  test("holds from the first of the month on or after the event, to the month of the batch", async () => {
    const states = await statesOf(event("2026-07-02", "liquidation", "ouverture"));
    expect([...states.keys()]).toEqual(["2026-08-01", "2026-09-01", "2026-10-01"]);
    const onTheFirst = await statesOf(event("2026-08-01", "liquidation", "ouverture"));
    expect([...onTheFirst.keys()][0]).toBe("2026-08-01");
  });

  test("starts in January 2016 for older proceedings", async () => {
    const states = await statesOf(event("2008-05-05", "liquidation", "ouverture"));
    expect([...states.keys()][0]).toBe("2016-01-01");
    expect(states.size).toBe(10 * 12 + 10);
  });

  test("ends with the end of its own proceeding", async () => {
    const states = await statesOf(
      event("2026-01-15", "redressement", "ouverture"),
      event("2026-04-15", "redressement", "fin_procedure"),
    );
    expect([...states.keys()]).toEqual(["2026-02-01", "2026-03-01", "2026-04-01"]);
  });

  test("a liquidation stays when a redressement is included in another proceeding", async () => {
    const states = await statesOf(
      event("2026-06-15", "redressement", "ouverture"),
      event("2026-07-15", "liquidation", "ouverture"),
      event("2026-08-15", "redressement", "inclusion_autre_procedure"),
    );
    expect([...states.values()]).toEqual([
      "Redressement judiciaire",
      "Liquidation judiciaire",
      "Liquidation judiciaire",
      "Liquidation judiciaire",
    ]);
  });

  test("the most severe proceeding is kept", async () => {
    const states = await statesOf(
      event("2026-08-15", "sauvegarde", "ouverture"),
      event("2026-08-20", "redressement", "ouverture"),
    );
    expect(new Set(states.values())).toEqual(new Set(["Redressement judiciaire"]));
  });

  test("a plan is over after ten years", async () => {
    const states = await statesOf(event("2016-03-10", "sauvegarde", "plan_continuation"));
    expect(states.get("2026-03-01")).toBe("Plan de sauvegarde");
    expect(states.has("2026-04-01")).toBe(false);
  });

  test("an opening and an end on the same day leave the company in bonis", async () => {
    const states = await statesOf(
      event("2026-01-15", "redressement", "fin_procedure"),
      event("2026-01-15", "redressement", "ouverture"),
    );
    expect(states.size).toBe(0);
  });
});

import { describe, expect, test } from "vitest";
import { cleaned } from "./cleaned.js";

const OPENED = {
  tracking_id: "7",
  date_evenement: "2026-02-03 10:00:00",
  siret: "11111111100012",
  siren: "111111111",
  state: "in_progress",
  criticite: "rouge",
  segment: "dge",
};

const CLOSED = {
  ...OPENED,
  date_evenement: "2026-06-01 09:30:00",
  state: "completed",
  criticite: "vert",
};

describe("clean_accompagnements (§5.3)", () => {
  test("is one row a follow-up: opened first, as its last event left it", async () => {
    const rows = await cleaned("clean_accompagnements", { accompagnements: [CLOSED, OPENED] });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      tracking_id: "7",
      date_debut: "2026-02-03 10:00:00",
      date_fin: "2026-06-01 09:30:00",
      criticite_initiale: "rouge",
      criticite: "vert",
      state: "completed",
    });
  });

  test("has no end while it lasts", async () => {
    const [row] = await cleaned("clean_accompagnements", { accompagnements: [OPENED] });
    expect(row).toMatchObject({ date_fin: null, state: "in_progress" });
  });

  test("lasts again once it is opened again", async () => {
    const again = { ...OPENED, date_evenement: "2026-07-01 08:00:00", state: "under_surveillance" };
    const accompagnements = [OPENED, CLOSED, again];
    const [row] = await cleaned("clean_accompagnements", { accompagnements });
    expect(row).toMatchObject({ date_fin: null, state: "under_surveillance" });
  });
});

describe("the other activity tables", () => {
  test("keep the last row of a key: a flow sends again what has changed", async () => {
    const match = {
      id_mise_en_relation: "63",
      id_besoin: "52",
      date_transmission: "2026-01-06 10:00:00",
      statut_mise_en_relation: "quo",
      statut_besoin: "quo",
    };
    const taken = { ...match, statut_mise_en_relation: "taking_care" };
    const rows = await cleaned("clean_mises_en_relation", { mises_en_relation: [match, taken] });
    expect(rows.map((row) => row.statut_mise_en_relation)).toEqual(["taking_care"]);
  });
});

import { expect, it } from "vitest";
import { amongAll, amongEvents, amongFlagged } from "../../../src/lib/models/naturalFrequency.js";
import { fixtureModel } from "../../fixtures/model.js";

const base = fixtureModel().evaluation.withoutStrongSignals;
const evaluation = {
  ...base,
  rows: 1000,
  events: 20,
  confusion: {
    fort: { ...base.confusion.fort, precision: 0.2345, recall: 0.11 },
    modere: { ...base.confusion.modere, precision: 0.011, recall: 0.99 },
  },
};
const event = "une procédure";

it("shares are told as whole companies of one hundred, and agree in number", () => {
  expect(amongFlagged(evaluation, "fort", event)).toEqual({
    count: 23,
    sentence: "Sur 100 entreprises signalées en risque fort, 23 ont ouvert une procédure ; 77 non.",
  });
  expect(amongFlagged(evaluation, "modere", event).sentence).toContain("1 a ouvert une procédure");
  expect(amongEvents(evaluation, "modere", event).sentence).toBe(
    "Sur 100 entreprises qui ont ouvert une procédure, 99 étaient signalées au moins en risque modéré ; 1 ne l’était pas.",
  );
  expect(amongAll(evaluation, event)).toMatchObject({ count: 2 });
});

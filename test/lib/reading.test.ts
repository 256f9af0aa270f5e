import { expect, it } from "vitest";
import type { Evaluation, Term } from "../../src/lib/model.js";
import {
  aucSentence,
  calibrationFinding,
  oddsSentence,
  precisionSentence,
  recallSentence,
  weightsFinding,
} from "../../src/lib/reading.js";
import { fixtureModel } from "../fixtures/model.js";

const confusion = {
  truePositives: 52,
  falsePositives: 48,
  trueNegatives: 900,
  falseNegatives: 101,
  precision: 0.52,
  recall: 52 / 153,
};

it("tells precision and recall on one hundred companies", () => {
  expect(precisionSentence(confusion, "une procédure")).toBe(
    "Sur 100 entreprises au-dessus de ce seuil, 52 ont connu une procédure, 48 non.",
  );
  expect(recallSentence(confusion, "une procédure")).toBe(
    "Sur 100 entreprises qui ont connu une procédure, 34 étaient au-dessus de ce seuil, 66 en dessous.",
  );
});

it("agrees in number when one company is found", () => {
  const one = { ...confusion, precision: 0.01, recall: 0.01 };
  expect(precisionSentence(one, "x")).toContain(" 1 a connu ");
  expect(recallSentence(one, "x")).toContain(" 1 était ");
});

it("tells an odds ratio as a change, or as a factor from two", () => {
  expect(oddsSentence({ oddsRatio: 1.5 })).toMatch(/^augmente .* de 50\u202f%$/);
  expect(oddsSentence({ oddsRatio: 0.8 })).toMatch(/^réduit .* de 20\u202f%$/);
  expect(oddsSentence({ oddsRatio: 3 })).toMatch(/^multiplie .* par 3,0$/);
});

it("tells the area under the curve as a chance out of one hundred", () => {
  expect(aucSentence({ auc: 0.84 } as Evaluation)).toContain("84 fois sur 100");
});

it("weighs the groups of the reliability diagram by their size", () => {
  const bins = [
    { n: 900, events: 9, meanPredicted: 0.02, observed: 0.01, low: 0, high: 1 },
    { n: 100, events: 40, meanPredicted: 0.3, observed: 0.4, low: 0, high: 1 },
  ];
  const evaluation = { calibration: { intercept: 0, slope: 1, bins } } as unknown as Evaluation;
  expect(calibrationFinding(evaluation)).toBe(
    "Le modèle annonce en moyenne un risque de 4,8\u202f% ; il s’en est réalisé 4,9\u202f%",
  );
});

it("titles the weights with the sign that raises the chances most, a sector against its reference", () => {
  const { terms } = fixtureModel();
  const [constant, debt, , , headcount] = terms as [Term, Term, Term, Term, Term];
  expect(weightsFinding([debt, headcount])).toMatch(/^Dette Urssaf : .* de 86\u202f%$/);
  const sector: Term = {
    ...debt,
    label: "Construction",
    oddsRatio: 2.5,
    transform: { kind: "level", values: ["F"], reference: "commerce" },
  };
  expect(weightsFinding([debt, sector])).toMatch(/par 2,5 par rapport au secteur « commerce »$/);
  expect(weightsFinding([constant, headcount])).toBe("Aucun signe n’augmente nettement le risque");
});

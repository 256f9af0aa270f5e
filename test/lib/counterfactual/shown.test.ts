import { describe, expect, test } from "vitest";
import {
  changeInWords,
  counterfactualInWords,
  type ShownOption,
} from "../../../src/lib/counterfactual/shown.js";
import {
  captionOf,
  cautionsOf,
  cellOf,
  leftOutInWords,
  linesOf,
  outcomeOf,
} from "../../../src/lib/counterfactual/table.js";

const repaid = { lever: "dette_sociale", from: 48_803.62, to: 27_000 } as const;
const funds = { lever: "fonds_propres", from: 10.5, to: 17 } as const;
const hidden = { lever: "dette_sociale", from: null, to: null } as const;
const one: ShownOption = { changes: [repaid], probability: 0.0743, level: "aucun" };
const pair: ShownOption = { changes: [repaid, funds], probability: 0.3, level: "modere" };

/** No-break and narrow spaces as plain ones. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test.each([
  [repaid, "ramener sa dette sociale de 48 804 € à 27 000 €"],
  [{ ...repaid, to: 0 }, "rembourser toute sa dette sociale (48 804 € aujourd’hui)"],
  [hidden, "réduire suffisamment sa dette sociale"],
  [{ lever: "delai_urssaf", from: 0, to: 1 } as const, "obtenir un délai de paiement de l’Urssaf"],
  [funds, "porter ses fonds propres, en part du total de son bilan, de 10,5 % à 17,0 %"],
])(
  "a change in words is an infinitive, without figures for whom may not read them",
  (change, words) => {
    expect(plain(changeInWords(change))).toBe(words);
  },
);

describe("the sentence", () => {
  test("says what the smallest change would do, all else equal", () => {
    const text = counterfactualInWords({ level: "modere", options: [one, pair] });
    expect(plain(text)).toBe(
      "Toutes choses égales par ailleurs, le modèle ne signalerait plus cette entreprise (probabilité de 7,4 %) si elle pouvait ramener sa dette sociale de 48 804 € à 27 000 €.",
    );
  });

  test("names both levels when the company stays flagged, and both changes of a pair", () => {
    const text = plain(counterfactualInWords({ level: "fort", options: [pair] }));
    expect(text).toContain("placerait cette entreprise en risque modéré au lieu de risque fort");
    expect(text).toContain("27 000 € et porter ses fonds propres");
  });

  test("says that no realistic change is enough", () => {
    expect(counterfactualInWords({ level: "fort", options: [] })).toContain(
      "Aucun changement réaliste",
    );
  });

  test("has no figure when the rights give none", () => {
    const option = { changes: [hidden], probability: null, level: "aucun" } as const;
    const text = counterfactualInWords({
      level: "modere",
      options: [{ ...option, changes: [hidden] }],
    });
    expect(text).not.toMatch(/\d/);
  });
});

test("the table has a line a change, and says whether one of them or both are needed", () => {
  expect(linesOf([one, pair]).map(({ lever }) => lever)).toEqual([
    "dette_sociale",
    "dette_sociale",
    "fonds_propres",
  ]);
  expect(captionOf([pair])).toBe("Deux changements qui suffiraient ensemble");
  expect(captionOf([one, one])).toContain("un seul suffirait");
  expect(captionOf([one])).toBe("Le plus petit changement qui suffirait");
  expect(plain(cellOf(repaid, repaid.from))).toBe("48 804 €");
  expect(cellOf(hidden, null)).toBe("masqué");
  expect(plain(outcomeOf(one))).toBe("pas d’alerte (7,4 %)");
});

describe("the cautions", () => {
  const sheet = { level: "modere", rights: "A" } as const;
  const told = (about: Parameters<typeof cautionsOf>[0]) => cautionsOf(about).join("\n");

  test("always say that it is neither an advice nor a promise", () => {
    expect(told({ ...sheet, counterfactual: { level: "modere", options: [] } })).toContain(
      "ni un conseil ni une promesse",
    );
  });

  test("say so when a rule of experts has moved the level", () => {
    const moved = { ...sheet, counterfactual: { level: "fort", options: [] } } as const;
    expect(told({ ...moved, counterfactual: { ...moved.counterfactual, options: [] } })).toContain(
      "le modèle donne « risque fort » : c’est ce niveau que le calcul fait baisser",
    );
  });

  test("say when accounts must be published first, and when rights hide the debt", () => {
    const both = { ...sheet, counterfactual: { level: "modere" as const, options: [pair] } };
    expect(told(both)).toContain("comptes suivants");
    expect(told(both)).not.toContain("Vos droits");
    expect(told({ ...both, rights: "B" })).toContain("Vos droits");
  });
});

test("worrying signs no change is proposed on are named with the reason, those of a lever are not", () => {
  const signs = [
    { feature: "ratio_dette", label: "Dette" },
    { feature: "section", label: "Secteur d’activité" },
  ];
  expect(leftOutInWords(signs)).toBe(
    "Aucun changement n’est proposé sur : secteur d’activité (ce que l’entreprise est, non ce qu’elle fait).",
  );
  expect(leftOutInWords(signs.slice(0, 1))).toBe("");
});

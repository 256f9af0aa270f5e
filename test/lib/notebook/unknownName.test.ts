import { expect, it } from "vitest";
import { unknownName } from "../../../src/lib/notebook/unknownName.js";

it("a mistyped column is told with the nearest one, and those there are", () => {
  const error = unknownName("column", "efectif", ["siren", "effectif", "outcome"], "features");
  expect(error.paragraph).toBe(
    "la colonne « efectif » de features n’existe pas (la plus proche : « effectif »). Il y a : siren, effectif, outcome. [unknown-column]",
  );
});

it("a long list of names is cut, and says so", () => {
  const names = Array.from({ length: 90 }, (_, index) => `colonne_${index}`);
  expect(unknownName("table", "x", names).remedy).toMatch(/colonne_39 et 50 autres\.$/);
});

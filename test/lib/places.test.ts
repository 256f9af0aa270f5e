import { expect, it } from "vitest";
import { REGIONS } from "../../loaders/geography.js";
import { inPlace } from "../../src/lib/places.js";

it("puts the right preposition before each region", () => {
  const phrases = REGIONS.map(({ code, nom }) => inPlace({ code, name: nom }));
  expect(phrases.filter((phrase) => !phrase.startsWith("en "))).toEqual([
    "à La Réunion",
    "à Mayotte",
    "dans les Hauts-de-France",
    "dans le Grand Est",
    "dans les Pays de la Loire",
  ]);
});

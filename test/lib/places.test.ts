import { expect, it } from "vitest";
import { DEPARTEMENTS, REGIONS } from "../../loaders/geography.js";
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

it("puts the right preposition before each département", () => {
  const phrases = new Map(
    DEPARTEMENTS.map(({ code, nom }) => [code, inPlace({ code, name: nom, level: "departement" })]),
  );
  const some = ["01", "22", "29", "35", "44", "48", "50", "75", "83", "2A", "974"];
  expect(some.map((code) => phrases.get(code))).toEqual([
    "dans l’Ain",
    "dans les Côtes-d'Armor",
    "dans le Finistère",
    "en Ille-et-Vilaine",
    "en Loire-Atlantique",
    "en Lozère",
    "dans la Manche",
    "à Paris",
    "dans le Var",
    "en Corse-du-Sud",
    "à La Réunion",
  ]);
  const elided = [...phrases.values()].filter((phrase) => phrase.startsWith("dans l’"));
  for (const phrase of elided) expect(phrase).toMatch(/^dans l’[AEHIOY]/);
});

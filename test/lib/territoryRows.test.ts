import { expect, test } from "vitest";
import type { TerritoriesTable, Territory } from "../../src/lib/tables.js";
import { bySlug, territoryRows } from "../../src/lib/territoryRows.js";

const FRANCE: Territory = {
  code: "FR",
  name: "France",
  slug: "france",
  level: "france",
  parent: null,
};
const BRETAGNE: Territory = {
  ...FRANCE,
  code: "53",
  name: "Bretagne",
  slug: "bretagne",
  level: "region",
};
const TABLE: TerritoriesTable = {
  period: "2026-09",
  territories: [
    { ...FRANCE, indicators: { effectif: { value: 10, yearBefore: 9 } } },
    { ...BRETAGNE, indicators: { effectif: { value: "s", yearBefore: 4 } } },
  ],
};

test("one indicator is read for every territory, France apart", () => {
  expect(territoryRows(TABLE, "effectif")).toEqual({
    france: 10,
    rows: [{ ...BRETAGNE, value: "s", yearBefore: 4 }],
  });
});

test("an indicator that the table does not have is unknown everywhere", () => {
  const { france, rows } = territoryRows(TABLE, "dette_salariale");
  expect([france, rows[0]?.value]).toEqual([null, null]);
});

test("territories are listed in the order of their addresses, which have no accents", () => {
  const names = ["Réunion", "Île-de-France", "Isère"];
  const slugs = ["reunion", "ile-de-france", "isere"];
  const listed = bySlug(names.map((name, index) => ({ name, slug: slugs[index]! })));
  expect(listed.map(({ name }) => name)).toEqual(["Île-de-France", "Isère", "Réunion"]);
});

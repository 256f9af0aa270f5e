import { expect, test } from "vitest";
import { isQuarterly, listName } from "../../../src/lib/lists/listName.js";

test("a list is named after the month of its batch, as the service’s are (domain §4.8)", () => {
  expect([listName("2601"), listName("2610"), listName("2610_01")]).toEqual([
    "Janvier 2026",
    "Octobre 2026",
    "Octobre 2026 (01)",
  ]);
});

test("the lists of March, June, September and December are the quarterly ones, a sub-batch never is", () => {
  const keys = ["2603", "2606", "2609", "2612", "2610", "2609_01"];
  expect(keys.map(isQuarterly)).toEqual([true, true, true, true, false, false]);
});

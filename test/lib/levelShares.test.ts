import { expect, test } from "vitest";
import { levelShares } from "../../src/lib/levelShares.js";

test("the shares of the levels add up to the whole", () => {
  expect(levelShares({ fort: 5, modere: 15, aucun: 80 })).toEqual({
    fort: 5,
    modere: 15,
    aucun: 80,
  });
});

test("one hidden level hides every share: the others would give it away with the total", () => {
  expect(levelShares({ fort: "s", modere: "s", aucun: 80 })).toEqual({
    fort: "s",
    modere: "s",
    aucun: "s",
  });
});

test("there is no share of nothing", () => {
  const none = { fort: null, modere: null, aucun: null };
  expect(levelShares({ fort: 0, modere: 0, aucun: 0 })).toEqual(none);
  expect(levelShares({ fort: null, modere: 1, aucun: 1 })).toEqual(none);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Level } from "../../../src/lib/levels.js";
import { causeOf, changeOf } from "../../../src/lib/lists/change.js";

const at = (before: Level, level: Level = before) => ({ before, level });

describe("the cause of a change of level", () => {
  test.each([
    ["data", at("aucun"), at("modere"), "modere"],
    ["model", at("aucun"), at("modere"), "aucun"],
    ["model", at("aucun"), at("fort"), "aucun"],
    ["rule", at("aucun"), at("aucun", "modere"), "aucun"],
    ["rule", at("modere", "fort"), at("modere"), "modere"],
    // The data lower it by one, the new model raises it by two: the rise is the model’s.
    ["model", at("modere"), at("fort"), "aucun"],
    ["unknown", at("aucun"), at("fort"), undefined],
    ["population", undefined, at("fort"), "fort"],
    ["population", at("fort"), undefined, undefined],
  ] as const)("is %s from %o to %o, the former model saying %s", (cause, then, now, rescored) => {
    expect(causeOf(then, now, rescored)).toBe(cause);
  });

  test("always went in the direction of the change", () => {
    const level = fc.constantFrom<Level>("aucun", "modere", "fort");
    const rank = { aucun: 0, modere: 1, fort: 2 };
    fc.assert(
      fc.property(level, level, level, level, level, (b0, l0, b1, l1, former) => {
        fc.pre(l0 !== l1);
        const cause = causeOf(at(b0, l0), at(b1, l1), former);
        const steps = {
          data: rank[former] - rank[b0],
          model: rank[b1] - rank[former],
          rule: rank[l1] - rank[b1] - (rank[l0] - rank[b0]),
        };
        const way = Math.sign(rank[l1] - rank[l0]);
        expect(way * steps[cause as keyof typeof steps]).toBeGreaterThan(0);
      }),
    );
  });
});

test("a change says where a company came from and where it goes", () => {
  expect(changeOf("aucun", "fort")).toBe("entered");
  expect(changeOf("modere", "fort")).toBe("up");
  expect(changeOf("fort", "modere")).toBe("down");
  expect(changeOf("fort", "aucun")).toBe("left");
  expect(changeOf("fort", "fort")).toBeUndefined();
});

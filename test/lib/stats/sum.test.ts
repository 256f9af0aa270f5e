import { expect, it } from "vitest";
import { compensatedSum } from "../../../src/lib/stats/sum.js";
import { wilsonInterval } from "../../../src/lib/stats/wilson.js";

it("a compensated sum keeps what a plain one loses", () => {
  const terms = [1, 1e100, 1, -1e100];
  expect(compensatedSum(4, (i) => terms[i]!)).toBe(2);
});

it("a compensated sum of an infinite term is infinite", () => {
  expect(compensatedSum(3, (i) => [1, Infinity, 1][i]!)).toBe(Infinity);
});

it("Wilson's interval of 15 events in 148 is Newcombe's (Stat. Med. 17, 1998, table I)", () => {
  const [low, high] = wilsonInterval(15, 148);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0624", "0.1605"]);
});

it("Wilson's interval of no event starts at exactly 0 and ends above", () => {
  const [low, high] = wilsonInterval(0, 20);
  expect([low, high.toFixed(4)]).toEqual([0, "0.1611"]);
});

import { expect, test } from "vitest";
import { type MatchStatus, needStatus } from "../../../src/lib/needs/needStatus.js";
import { wholeDays } from "../../../src/lib/needs/responseTimes.js";

// conseillers-entreprises, spec/models/need_spec.rb (impact, §1.2).
test.each<[MatchStatus[], string]>([
  [[], "diagnosis_not_complete"],
  [["quo", "done"], "done"],
  [["quo", "not_for_me"], "quo"],
  [["quo", "taking_care"], "taking_care"],
  [["taking_care", "done_no_help"], "done_no_help"],
  [["quo", "done_not_reachable", "not_for_me"], "done_not_reachable"],
  [["not_for_me", "not_for_me"], "not_for_me"],
  [["done_not_reachable", "done_no_help"], "done_no_help"],
])("the state of a need whose matches are %j is %s", (matches, state) => {
  expect(needStatus(matches)).toBe(state);
});

test("days are whole: 4 days 23 hours is fewer than five, 5 days is not", () => {
  const hours = (n: number) => n * 3600;
  expect(wholeDays(0, hours(4 * 24 + 23))).toBe(4);
  expect(wholeDays(0, hours(5 * 24))).toBe(5);
  expect(wholeDays(hours(30), 0)).toBe(1);
});

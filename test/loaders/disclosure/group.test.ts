import { describe, expect, it } from "vitest";
import { groupReasons, SMALL_GROUP } from "../../../loaders/disclosure/group.js";
import { cellAt } from "../../../src/lib/disclosure/grid.js";
import { gridFrom } from "../../lib/disclosure/gridFrom.js";

const companies = (rows: number[][]) =>
  gridFrom(rows.map((row) => row.map((count) => ({ value: count, contributors: count }))));

describe("groupReasons", () => {
  const population = companies([
    [4, 30],
    [0, 50],
  ]);

  it("hides that every company of a cell has the trait, whatever their number", () => {
    const all = companies([
      [4, 30],
      [0, 7],
    ]);
    expect(groupReasons(all, population, true)(cellAt(all, 0, 0))).toBe("group");
    expect(groupReasons(all, population, true)(cellAt(all, 0, 1))).toBe("group");
    expect(groupReasons(all, population, true)(cellAt(all, 1, 1))).toBeUndefined();
  });

  it("leaves a sum over all companies: it does not say that each has a part in it", () => {
    const all = companies([
      [4, 30],
      [0, 7],
    ]);
    expect(groupReasons(all, population, false)(cellAt(all, 0, 0))).toBeUndefined();
  });

  it("hides that none of a few companies has the trait, not that none of many has", () => {
    const none = companies([
      [0, 9],
      [0, 0],
    ]);
    const many = companies([
      [SMALL_GROUP - 1, 30],
      [0, SMALL_GROUP],
    ]);
    expect(groupReasons(none, many, true)(cellAt(none, 0, 0))).toBe("group");
    expect(groupReasons(none, many, true)(cellAt(none, 1, 1))).toBeUndefined();
  });

  it("leaves a cell without any company, where there is nobody to protect", () => {
    const none = companies([
      [3, 9],
      [0, 5],
    ]);
    expect(groupReasons(none, population, true)(cellAt(none, 1, 0))).toBeUndefined();
  });

  it("leaves the zero total of a few companies whose parts are all told elsewhere", () => {
    const none = companies([
      [0, 0],
      [0, 0],
      [5, 0],
    ]);
    const groups = companies([
      [0, 4],
      [0, 30],
      [40, 0],
    ]);
    const [small, total] = [cellAt(none, 0, 1), cellAt(none, 0, 2)];
    expect(groupReasons(none, groups, true)(small)).toBeUndefined();
    expect(groupReasons(none, groups, true)(total)).toBeUndefined();
  });

  it("leaves a zero that a published zero total of many companies already tells", () => {
    const none = companies([
      [0, 0],
      [0, 5],
    ]);
    expect(groupReasons(none, population, true)(cellAt(none, 0, 0))).toBeUndefined();
  });
});

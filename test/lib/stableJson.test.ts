import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stableJson } from "../../src/lib/stableJson.js";

describe("stableJson", () => {
  it("does not depend on the order keys were set in, at any depth", () => {
    expect(stableJson({ b: [{ d: 1, c: 2 }], a: 0 })).toBe(
      stableJson({ a: 0, b: [{ c: 2, d: 1 }] }),
    );
  });

  it("reads back to the same value, doubles to the last bit", () => {
    const value = fc.dictionary(
      fc.string(),
      fc.array(
        // JSON has no negative zero.
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
      ),
    );
    fc.assert(
      fc.property(value, (before) => {
        const after = JSON.parse(stableJson(before));
        expect({ ...after }).toEqual({ ...before });
      }),
    );
  });

  it("keeps the order of arrays", () => {
    expect(JSON.parse(stableJson([3, 1, 2]))).toEqual([3, 1, 2]);
  });
});

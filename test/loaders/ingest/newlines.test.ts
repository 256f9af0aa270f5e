import fc from "fast-check";
import { expect, test } from "vitest";
import { bareReturn, newlines } from "../../../loaders/ingest/newlines.js";

const block = fc
  .tuple(fc.array(fc.constantFrom(0, 9, 10, 13, 10 + 128, 13 + 128, 255)), fc.nat({ max: 4 }))
  .map(([bytes, start]) => Buffer.from(bytes).subarray(start));

test("newlines counts line feeds, wherever the block starts in memory", () => {
  fc.assert(
    fc.property(block, (bytes) => {
      expect(newlines(bytes)).toBe([...bytes].filter((byte) => byte === 10).length);
    }),
  );
});

test("bareReturn finds the first carriage return without line feed", () => {
  fc.assert(
    fc.property(block, (bytes) => {
      expect(bareReturn(bytes)).toBe(bytes.toString("latin1").search(/\r(?!\n)/));
    }),
  );
});

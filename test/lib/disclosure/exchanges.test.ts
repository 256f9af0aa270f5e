import fc from "fast-check";
import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import { AttackerProgram } from "../../../src/lib/disclosure/attackerProgram.js";
import { ExchangeBasis } from "../../../src/lib/disclosure/exchanges.js";
import { flatTable } from "./flatTable.js";
import { dimensionOf, randomTable, sequence } from "./randomTable.js";

const highs = await highsLoader();
const SHAPES = [
  [dimensionOf("a", 0, 4), dimensionOf("b", 0, 4)],
  [dimensionOf("a", 2, 2), dimensionOf("b", 2, 2)],
  [dimensionOf("a", 0, 3), dimensionOf("b", 0, 2), dimensionOf("c", 0, 2)],
];

describe("ExchangeBasis", () => {
  it("never claims more than a linear program finds, whatever the mask and what is known", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, shape) => {
        const table = randomTable(SHAPES[shape % SHAPES.length]!, 6, seed);
        const random = sequence(seed + 1);
        const mask = Uint8Array.from(table.value, () => (random() < 0.5 ? 1 : 0));
        const hidden = [...mask.keys()].filter((cell) => mask[cell] === 1);
        const basis = new ExchangeBasis(table, mask);
        const program = new AttackerProgram(table, mask, highs);
        try {
          for (const cell of hidden) {
            const known = hidden.filter((other) => other !== cell && random() < 0.1);
            const asked = { cell, lower: random() * 2, upper: random() * 2, slide: 1, known };
            if (!basis.proves(asked)) continue;
            const rise = program.reach(cell, true, asked.upper + 1, known).amount;
            const fall = program.reach(cell, false, asked.lower + 1, known).amount;
            expect(rise).toBeGreaterThanOrEqual(asked.upper - 1e-6);
            expect(fall).toBeGreaterThanOrEqual(asked.lower - 1e-6);
            expect(rise + fall).toBeGreaterThanOrEqual(asked.slide - 1e-6);
          }
        } finally {
          program.dispose();
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("proves the corners of a hidden rectangle without a program", () => {
    const table = flatTable([
      [5, 7],
      [6, 8],
    ]);
    const mask = Uint8Array.from(table.value, (_, cell) => ([4, 5, 7, 8].includes(cell) ? 1 : 0));
    const basis = new ExchangeBasis(table, mask);
    expect(basis.proves({ cell: 4, lower: 1, upper: 1, slide: 1, known: [] })).toBe(true);
    expect(basis.proves({ cell: 4, lower: 0, upper: 0, slide: 1, known: [8] })).toBe(false);
  });
});

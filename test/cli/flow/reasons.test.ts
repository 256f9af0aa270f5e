import { describe, expect, it } from "vitest";
import type { LockedStep } from "../../../cli/flow/lock.js";
import { reasonsToRun } from "../../../cli/flow/reasons.js";

const state: LockedStep = {
  parameters: { filter: true },
  code: { "loaders/ingest/ingest.ts": "c1" },
  inputs: { "data/extracts/2610/a.csv": "i1" },
  outputs: { "data/snapshots/2610/a.parquet": "o1" },
};

describe("reasonsToRun", () => {
  it("is empty when nothing the step depends on has changed", () => {
    expect(reasonsToRun(state, structuredClone(state))).toEqual([]);
  });

  it("says a step never ran", () => {
    expect(reasonsToRun(undefined, state)).toEqual(["jamais exécutée"]);
  });

  it("names the input, the code, the parameter and the output that changed", () => {
    expect(
      reasonsToRun(state, {
        parameters: { filter: false },
        code: { "loaders/ingest/ingest.ts": "c2" },
        inputs: { "data/extracts/2610/b.csv": "i2" },
        outputs: {},
      }),
    ).toEqual([
      "entrée : data/extracts/2610/b.csv est apparu",
      "entrée : data/extracts/2610/a.csv a disparu",
      "code : loaders/ingest/ingest.ts a changé",
      "paramètre : filter true → false",
      "sortie : data/snapshots/2610/a.parquet a disparu",
    ]);
  });

  it("names three files of a kind and counts the others", () => {
    const inputs = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, "x"]));
    expect(reasonsToRun({ ...state, inputs: {} }, { ...state, inputs })).toEqual([
      "entrée : a, b, c et 2 autres sont apparus",
    ]);
  });
});

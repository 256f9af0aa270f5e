import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventOf, type RanStep } from "../../../cli/flow/events.js";
import { placesOf, type Subject } from "../../../cli/flow/places.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const PRINT = "a".repeat(64);

function ran(step: RanStep["step"], summary: unknown = undefined): RanStep {
  const data = temporaryFolder({
    "tables/2610/batch.json": JSON.stringify({ batch: "2610", snapshot: PRINT }),
    "agents/2610-reg-27-B/123456789.json": "{}",
    "snapshots/2610/manifest.json": "manifest",
  });
  const places = placesOf({ data });
  const subject: Subject = {
    ...{
      batch: "2610",
      spec: "defaut",
      model: "m",
      audience: "public",
      previous: "none",
      former: "none",
      published: "none",
    },
    space: step === "agents" ? "reg-27-B" : "",
  };
  const state = {
    parameters: {},
    code: { "cli/site/build.ts": "c1" },
    inputs: {
      [join(data, "tables/2610/batch.json")]: "b1",
      [join(data, "agents/2610-reg-27-B/123456789.json")]: "a1",
      "src/index.md": "p1",
    },
    outputs: { "dist/public/index.html": "o1" },
  };
  return { step, places, subject, state, summary };
}

describe("what the journal tells", () => {
  it("of a batch: the files it was made from, the fingerprint of its manifest, the alerts accepted", () => {
    const step = ran("ingest");
    const snapshot = join(step.places.snapshots, "2610");
    const outputs = createHash("sha256").update("manifest").digest("hex");
    const summary = {
      snapshot,
      files: [{ file: "debits.csv", sha256: "f1" }],
      alerts: [
        { id: "debit.rows", accepted: "grève" },
        { id: "delai.rows", accepted: null },
      ],
    };
    expect(eventOf({ ...step, summary })).toEqual({
      event: "ingest",
      batch: "2610",
      snapshot: outputs.slice(0, 12),
      inputs: { "debits.csv": "f1" },
      outputs,
      code: expect.stringMatching(/^[0-9a-f]{16}$/),
      accepted: { "debit.rows": "grève" },
    });
  });

  it("of a site: the snapshot that its tables come from, whatever was published since", () => {
    expect(eventOf(ran("site"))).toMatchObject({
      event: "publish",
      audience: "public",
      snapshot: PRINT.slice(0, 12),
      inputs: { "batch.json": "b1" },
    });
  });

  it("of a site of agents: no name that holds an identifier of a company", () => {
    const event = eventOf(ran("agents"))!;
    expect(event.audience).toBe("agents reg-27-B");
    expect(JSON.stringify(event)).not.toContain("123456789");
    expect(event.inputs.sheets).toMatch(/^[0-9a-f]{64}$/);
  });

  it("of the other steps: nothing", () => {
    expect(eventOf(ran("features"))).toBeUndefined();
  });
});

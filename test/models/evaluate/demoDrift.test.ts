import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { writeDemo } from "../../../loaders/demo/demo.js";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { ingest } from "../../../loaders/ingest/ingest.js";
import { featureDrift } from "../../../models/evaluate/drift.js";
import { buildFeatures } from "../../../models/features/features.js";
import type { Drift } from "../../../src/lib/evaluation.js";

let drift: Drift;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "vigie-covid-"));
  const [extracts, snapshots, features] = ["extracts", "snapshots", "features"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  // 96 months before October 2026: from October 2018 on, lockdowns included.
  await writeDemo({ batch: "2610", companies: 700, months: 96, seed: 1, out: extracts });
  await ingest({ batch: "2610", extracts, snapshots });
  await buildFeatures({ snapshot: join(snapshots, "2610"), out: features });
  drift = await withDuckDB((connection) =>
    featureDrift(connection, {
      features: join(features, "features.parquet"),
      population: "en_procedure IS NOT TRUE",
      // Calm months: after the crisis, all with a known outcome.
      reference: { from: "2022-01", to: "2024-12" },
      used: new Set(["ratio_apart"]),
    }),
  );
}, 240_000);

const indexOf = (name: string, month: string) => {
  const { psi } = drift.variables.find((variable) => variable.name === name)!;
  return psi[drift.months.indexOf(month)]!;
};

describe("drift on the demonstration data", () => {
  it.each(["2020-04", "2020-05"])(
    "lights up for short-time work in %s, the first lockdown",
    (month) => {
      expect(indexOf("ratio_apart", month)).toBeGreaterThan(0.25);
      expect(drift.variables.find(({ name }) => name === "ratio_apart")!.worst).toBe("alerte");
    },
  );

  it("does not light up for it in a calm month outside the reference", () => {
    expect(indexOf("ratio_apart", "2025-06")).toBeLessThan(0.1);
  });

  it("sees the contributions put off in the spring of 2020", () => {
    const calm = indexOf("avg_delta_dette_par_effectif", "2025-05");
    expect(indexOf("avg_delta_dette_par_effectif", "2020-05")).toBeGreaterThan(calm);
  });
});

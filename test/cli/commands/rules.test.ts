import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { type Manifest, writeManifest } from "../../../loaders/ingest/manifest.js";
import { fitModel } from "../../../models/fit/fit.js";
import { PANEL_SPEC, writePanel } from "../../models/fit/panel.js";

const BATCH = "2501";

let root: string;

function vigie(...args: string[]) {
  const places = ["--data", root, "--registry", join(root, "registry"), "--spec", PANEL_SPEC.name];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bin/vigie.js", "rules", "--batch", BATCH, ...places, ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("vigie rules", () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "vigie-rules-"));
    for (const folder of ["features", "snapshots"])
      mkdirSync(join(root, folder, BATCH), { recursive: true });
    const features = join(root, "features", BATCH, "features.parquet");
    copyFileSync(await writePanel(100), features);
    const manifest = { batch: BATCH, fictitious: true } as Manifest;
    await writeManifest(join(root, "snapshots", BATCH), manifest);
    const registry = join(root, "registry");
    await fitModel({ features, spec: PANEL_SPEC, registry, batch: BATCH, fictitious: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test("in a month where none is in force, tells them all and moves nobody", () => {
    const { status, stdout } = vigie("--json", "--without", "dette_apuree");
    expect(status).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ batch: BATCH, month: "2024-12" });
    expect(told.rules.filter(({ state }: { state: string }) => state === "inForce")).toEqual([]);
    expect(told.levels.all).toEqual(told.levels.model);
    expect(told.levels.kept).toEqual(told.levels.model);
    const still = { up: 0, down: 0, entered: 0, left: 0 };
    expect(told).toMatchObject({ moves: still, change: still });
  });

  test("a rule that does not exist is a usage error that names the nearest", () => {
    const { status, stderr } = vigie("--without", "dete_apure");
    expect(status).toBe(2);
    expect(stderr).toContain("la règle « dete_apure » n’existe pas");
    expect(stderr).toContain("Vouliez-vous dire « dette_apuree » ?");
  });
});

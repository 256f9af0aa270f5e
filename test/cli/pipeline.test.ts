import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../cli/flow/runner.js";

/** A folder of data of its own, with the registry inside. */
function workspace(): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-pipeline-"));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function vigie(folder: string, command: string, ...args: string[]) {
  const places = ["--data", join(folder, "data"), "--registry", join(folder, "registry")];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bin/vigie.js", command, ...(command === "demo" ? [] : places), "--json", ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
  return { status, stderr, document: JSON.parse(stdout) };
}

const demo = (folder: string) =>
  vigie(
    folder,
    "demo",
    ...["--companies", "400", "--months", "84", "--dirt", "0.001"],
    ...["--out", join(folder, "data/extracts")],
  );

/** SHA-256 by relative path of every file below a folder, links followed. */
function contents(folder: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  const visit = (path: string) => {
    if (!statSync(path).isDirectory()) {
      hashes[relative(folder, path)] = createHash("sha256")
        .update(readFileSync(path))
        .digest("hex");
      return;
    }
    for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  visit(folder);
  return hashes;
}

const MADE = [
  "data/snapshots/2610",
  "data/features",
  "data/scores",
  "data/lists",
  "data/tables",
  "registry",
];

const statesOf = (document: { steps: { step: string; state: string }[] }) =>
  Object.fromEntries(document.steps.map(({ step, state }) => [step, state]));

const WITHOUT_SITE = ["ingest", "features", "fit", "evaluate", "score", "list", "tables"];
const all = (state: string) => Object.fromEntries(WITHOUT_SITE.map((step) => [step, state]));

describe("vigie run", () => {
  const folder = workspace();

  beforeAll(() => {
    expect(demo(folder).status).toBe(0);
    const run = vigie(folder, "run", "--until", "tables");
    expect(run.stderr).toMatch(/7\sétapes exécutées/);
    expect(statesOf(run.document)).toEqual(all("ran"));
  }, 240_000);

  it("does nothing the second time, and says so", () => {
    const { status, stderr, document } = vigie(folder, "run", "--until", "tables");
    expect(status).toBe(0);
    expect(stderr).toContain("rien à faire, tout est à jour");
    expect(statesOf(document)).toEqual(all("fresh"));
  });

  it("gives the same bytes from scratch in another folder", () => {
    const other = workspace();
    demo(other);
    vigie(other, "run", "--until", "tables");
    for (const made of MADE) {
      expect(contents(join(other, made)), made).toEqual(contents(join(folder, made)));
    }
  }, 240_000);

  it("never shows an identifier in what the site reads", () => {
    const tables = join(folder, "data/tables/2610");
    for (const file of Object.keys(contents(tables))) {
      const text = readFileSync(join(tables, file), "utf8").replace(/"[0-9a-f]{16,64}"/g, "");
      expect(text, file).not.toMatch(/"\d{9}(\d{5})?"/);
    }
  });

  it("runs only what depends on a change, and names the change", () => {
    const file = join(folder, "data/scores/2610/contributions.parquet");
    const kept = readFileSync(file);
    writeFileSync(file, "damaged");
    const { document } = vigie(folder, "status");
    const reasons = Object.fromEntries(
      document.batches[0].steps.map((step: { step: string; reasons: string[] }) => [
        step.step,
        step.reasons,
      ]),
    );
    expect(reasons).toMatchObject({ ingest: [], features: [], fit: [] });
    expect(reasons.score).toEqual([`sortie : ${file} a changé`]);
    const again = vigie(folder, "run", "--until", "tables");
    expect(statesOf(again.document)).toEqual({ ...all("fresh"), score: "ran" });
    expect(readFileSync(file).equals(kept)).toBe(true);
  });

  it("stops at a file that lost a column, names it, and leaves the snapshot in place", () => {
    const before = readlinkSync(join(folder, "data/snapshots/2610"));
    const file = join(folder, "data/extracts/2610/sigfaible_debits.csv");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("Mt_PO", "Montant"));
    const { status, stderr } = vigie(folder, "run", "--until", "tables");
    expect(status).toBe(1);
    const paragraph = stderr.trim().split("\n").at(-1)!;
    expect(paragraph).toContain("sigfaible_debits.csv");
    expect(paragraph.toLowerCase()).toContain("mt_po");
    expect(readlinkSync(join(folder, "data/snapshots/2610"))).toBe(before);
    writeFileSync(file, text);
    expect(statesOf(vigie(folder, "run", "--until", "tables").document)).toEqual(all("fresh"));
  });
});

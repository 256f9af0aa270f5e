import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import type { RowExplanation } from "../../../models/score/explainRow.js";
import { fixtureModel } from "../../fixtures/model.js";

let folder: string;
const model = fixtureModel();

/** Explains a row written to a file; `--json` gives the document on standard output. */
function explain(row: string, ...args: string[]) {
  const file = join(folder, "row.json");
  writeFileSync(file, row);
  const options = ["--registry", folder, "--model", model.id, "--row", file, ...args];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bin/vigie.js", "explain", ...options],
    { cwd: ROOT, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("vigie explain", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "vigie-explain-"));
    mkdirSync(join(folder, model.id));
    writeFileSync(join(folder, model.id, "model.json"), JSON.stringify(model));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives the contributions of a company, which add up to its log-odds", () => {
    const { status, stdout } = explain('{"dette_urssaf": 3, "ap_recente": 1}', "--json");
    const { base, eta, contributions } = JSON.parse(stdout) as RowExplanation;
    const sum = contributions.reduce((total, { contribution }) => total + contribution, base);
    expect(sum).toBeCloseTo(eta, 9);
    expect(contributions.map(({ feature }) => feature)).toContain("ap_recente");
    expect(status).toBe(0);
  });

  test.each([
    ["a variable that the model does not read", '{"dette_ursaf": 3}', /« dette_urssaf »/],
    ["a file that is no JSON", "dette = 3", /row\.json ne décrit pas une entreprise/],
    ["a list", "[1]", /Donnez un objet JSON/],
  ])("names %s and what to do, without a stack", (_, row, words) => {
    const { status, stderr } = explain(row);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});

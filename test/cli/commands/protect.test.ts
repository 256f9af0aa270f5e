import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const CELLS = [
  "activity,size,count,value,max",
  ...["01,tr1,10,100,20", "01,tr2,5,50,15", "02,tr1,2,30,20"],
  ...["02,tr2,5,20,10", "06,tr1,8,60,16", "06,tr2,6,40,38"],
];

const SPEC = {
  dimensions: [{ name: "activity" }, { name: "size" }],
  rules: { minContributors: 3, dominance: 0.85 },
};

function protect(cells: readonly string[], spec: unknown) {
  const folder = temporaryFolder({
    "cells.csv": `${cells.join("\n")}\n`,
    "spec.json": JSON.stringify(spec),
  });
  const file = (name: string) => join(folder, name);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...["bin/vigie.js", "protect", "--table", file("cells.csv"), "--spec", file("spec.json")],
      ...["--publish", file("public.csv"), "--json"],
    ],
    { cwd: ROOT, encoding: "utf8" },
  );
  const published = () => readFileSync(file("public.csv"), "utf8");
  return { status, report: JSON.parse(stdout), stderr, published };
}

describe("vigie protect", () => {
  it("reports on every cell to the producer and publishes one mark for those hidden", () => {
    const { status, report, stderr, published } = protect(CELLS, SPEC);
    expect(status).toBe(0);
    expect(Object.keys(report)).toEqual(["cells", "cost", "optimal", "seconds", "audit"]);
    expect(report).toMatchObject({ cost: 80, optimal: true, audit: { safe: true, attacks: [] } });
    expect(report.cells).toContainEqual({
      ...{ activity: "06", size: "tr2", value: 40 },
      ...{ status: "primary", reason: "dominance", interval: [10, 60] },
    });
    expect(stderr).toContain("le plus bas possible");
    const lines = published().trim().split("\r\n");
    expect(lines).toContain("Total,Total,300");
    expect(lines.filter((line) => line.endsWith(",s"))).toEqual([
      ...["02,tr1,s", "02,tr2,s", "06,tr1,s", "06,tr2,s"],
    ]);
    expect(published()).not.toMatch(/primary|secondary|frequency|dominance/);
  });

  it("refuses a cell that is no number, with exit code 2 and its place in French", () => {
    const { status, report } = protect([...CELLS, "07,tr1,2,douze,5"], SPEC);
    expect(status).toBe(2);
    expect(report.error.message).toContain("ligne 8, colonne « value » : « douze » refusé");
  });
});

import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../cli/flow/runner.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

function vigie(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/vigie.js", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const COMMANDS = [
  ...[
    "demo",
    "ingest",
    "rejects",
    "features",
    "fit",
    "evaluate",
    "recalibrate",
    "score",
    "list",
    "run",
    "runs",
    "logit",
    "protect",
    "compare",
    "rules",
    "explain",
    "site",
    "dev",
    "status",
  ],
  ...["diff", "journal", "audit", "report", "notebook", "new"],
];

describe("vigie", () => {
  it("lists the commands that work, and only those", () => {
    const { status, stdout } = vigie("--help");
    expect(status).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name]) => name);
    expect(listed).toEqual(COMMANDS);
  });

  it.each(COMMANDS)("gives an example in French in the help of %s", (command) => {
    const { status, stdout } = vigie(command, "--help");
    expect(stdout).not.toMatch(/\[object|undefined|par défaut : *\)/);
    expect(status).toBe(0);
    expect(stdout).toContain(`Exemple :\n  vigie ${command}`);
    expect(stdout).not.toMatch(/default|Usage:|display help/);
  });

  it.each([
    [["unknown"], "commande inconnue : unknown"],
    [["run", "--unknown"], "option inconnue : --unknown"],
    [["run", "--batch", "2613"], "« 2613 » n’est pas une clé de lot"],
    [["site", "--audience", "nobody"], "valeur refusée pour --audience"],
    [["site", "--audience", "agents", "--perimeter", "99"], "« 99 » n’est pas un code de région"],
    [
      ["site", "--perimeter", "27"],
      "--perimeter et --rights ne valent que pour le site des agents",
    ],
  ])("answers %j with one paragraph and exit code 2", (args, message) => {
    const { status, stdout, stderr } = vigie(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(message)]);
  });

  it("writes one JSON document on stdout with --json, errors included", () => {
    const data = temporaryFolder();
    const status = vigie("status", "--data", data, "--registry", data, "--json");
    expect(JSON.parse(status.stdout)).toEqual({ batches: [], models: [] });
    expect(status.stderr).toContain("Aucun lot");
    const failed = vigie("run", "--data", data, "--json");
    expect(failed.status).toBe(2);
    expect(JSON.parse(failed.stdout)).toMatchObject({ error: { code: "no-batch" } });
  });
});

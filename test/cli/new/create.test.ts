import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { create } from "../../../cli/new/create.js";
import { KINDS, type KindName } from "../../../cli/new/kinds.js";
import { LONGEST } from "../../../cli/new/name.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

/** What the files written import, directly or not. */
const COPIED = [
  ...["loaders", "models/features", "models/specs", "models/publish.ts", "models/sha256.ts"],
  ...["src/lib", "src/components", "src/data", "src/npm.d.ts", "test/models/features/economy.ts"],
  ...["test/loaders/ingest/batchFolder.ts", "tsconfig.json", "biome.json", "package.json"],
];

function copyRepository(): string {
  const root = temporaryFolder({
    "vitest.config.ts": `export default { test: { include: ["test/**/*.test.ts"], testTimeout: 60_000 } };\n`,
  });
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  return root;
}

/** A tool of node_modules, run in a folder; its output when it fails. */
function run(root: string, tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(ROOT, "node_modules/.bin", tool), args, {
    cwd: root,
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

/** The longest name of a kind, or a short one. */
const longest = (separator: string): string =>
  `long${separator}${"nom".repeat(20)}`.slice(0, LONGEST);

describe("create", () => {
  it("what it writes for every kind is formatted, type-checks and passes its test", async () => {
    const root = copyRepository();
    const names = Object.entries(KINDS).flatMap(([kind, { style }]) => {
      const separator = style === "snake" ? "_" : "-";
      return [`essai${separator}b`, longest(separator)].map(
        (name) => [kind as KindName, name] as const,
      );
    });
    const created = [];
    for (const [kind, name] of names) created.push(await create(kind, name, { root }));
    const written = created.flatMap((one) => [...one.written, ...one.changed]);
    const typed = [...new Set(written)].filter((file) => file.endsWith(".ts"));
    const config = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
    const restricted = { ...config, include: [], files: [...typed, "src/npm.d.ts"] };
    writeFileSync(join(root, "tsconfig.json"), JSON.stringify(restricted));
    const ci = ["ci", "--vcs-enabled=false", "--colors=off", ...typed];
    expect(run(root, "biome", ...ci)).toBe("");
    expect(run(root, "tsc", "--noEmit")).toBe("");
    expect(run(root, "vitest", "run", "essai")).toBe("");
  });

  it("writes nothing over, and nothing at all when a file exists", async () => {
    const root = temporaryFolder({
      "models/specs/autre.ts": "",
      "test/models/specs/mon-essai.test.ts": "mine",
    });
    await expect(create("model", "mon-essai", { root })).rejects.toMatchObject({
      code: "file-exists",
      message: expect.stringContaining("test/models/specs/mon-essai.test.ts"),
    });
    expect(execFileSync("ls", [join(root, "models/specs")], { encoding: "utf8" })).toBe(
      "autre.ts\n",
    );
  });

  it("writes nothing when a list has lost the place of its entries", async () => {
    const list = "models/features/families.ts";
    const root = temporaryFolder({ [list]: 'import { age } from "./age.js";\n' });
    await expect(create("feature", "mon_essai", { root })).rejects.toMatchObject({
      code: "anchor-missing",
    });
    expect(execFileSync("ls", [join(root, "models/features")], { encoding: "utf8" })).toBe(
      "families.ts\n",
    );
  });
});

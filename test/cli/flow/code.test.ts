import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourcesOf } from "../../../cli/flow/code.js";
import { ROOT } from "../../../cli/flow/runner.js";
import { FLOW } from "../../../loaders/flow.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

describe("sourcesOf", () => {
  it("follows static, dynamic and type-free imports, and stops at libraries", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "lib"));
    writeFileSync(join(root, "a.ts"), 'import { b } from "./lib/b.js"; import z from "zod"; b(z);');
    writeFileSync(
      join(root, "lib/b.ts"),
      'export const b = async (x: unknown) => [x, await import("../c.js")];',
    );
    writeFileSync(join(root, "c.ts"), "export const c = 1;");
    writeFileSync(join(root, "d.ts"), "export const d = 1;");
    const sources = await sourcesOf(["a.ts", "d.ts"], root);
    expect(sources.get("a.ts")).toEqual(["a.ts", "c.ts", "lib/b.ts", "package-lock.json"]);
    expect(sources.get("d.ts")).toEqual(["d.ts", "package-lock.json"]);
  });

  it("finds the code of every step of the flow", async () => {
    const sources = await sourcesOf(
      FLOW.map(({ module }) => module),
      ROOT,
    );
    for (const { module } of FLOW) expect(sources.get(module)).toContain(module);
    expect(sources.get("loaders/ingest/ingest.ts")).toContain("loaders/sources/layouts.ts");
  });
});

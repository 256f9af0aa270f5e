import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What the files of each folder may import from this repository, downstream last. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "src/lib": ["src/lib"],
  "src/components": ["src/lib", "src/components"],
  "src/data": ["src/lib", "src/data", "loaders"],
  loaders: ["src/lib", "loaders"],
  models: ["src/lib", "loaders", "models"],
  cli: ["src/lib", "src/data", "loaders", "models", "cli", "observablehq.config.js"],
};

const IMPORT = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+|node:[^"]+|[^"./][^"]*)"/g;

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => existsSync(join(ROOT, file)) && !file.startsWith("test/"));

function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((folder) => file.startsWith(`${folder}/`));
}

const isWithin = (target: string, allowed: string): boolean =>
  target === allowed || target.startsWith(`${allowed}/`);

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), "utf8");
  return [...source.matchAll(IMPORT)].map(([, specifier]) => specifier!);
}

describe("architecture", () => {
  it("reads every folder it has rules for", () => {
    const found = new Set(files.map(folderOf));
    expect(Object.keys(MAY_IMPORT).filter((folder) => !found.has(folder))).toEqual([]);
  });

  it("lets data flow one way: no import goes upstream from downstream", () => {
    const wrong = files.flatMap((file) => {
      const folder = folderOf(file);
      if (!folder) return [];
      return (
        importsOf(file)
          .filter((specifier) => specifier.startsWith("."))
          .map((specifier) => join(dirname(file), specifier))
          // Above the repository: text of a template, which the compiler would refuse as an import.
          .filter((target) => !target.startsWith("../"))
          .filter((target) => !MAY_IMPORT[folder]!.some((allowed) => isWithin(target, allowed)))
          .map((target) => `${file} imports ${target}`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("keeps src/lib and src/components free of Node", () => {
    const wrong = files
      .filter((file) => file.startsWith("src/lib/") || file.startsWith("src/components/"))
      .filter((file) => importsOf(file).some((specifier) => specifier.startsWith("node:")));
    expect(wrong).toEqual([]);
  });
});

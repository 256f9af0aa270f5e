import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NAMED_TABLES } from "../../src/data/namedTables.js";

/** Names of the files of a folder that a module names, one literal each as Framework asks. */
function namesIn(module: string, folder: string): string[] {
  const source = readFileSync(new URL(`../../src/components/${module}`, import.meta.url), "utf8");
  const entries = source.matchAll(
    new RegExp(
      `^\\s*"?([\\w-]+)"?: FileAttachment\\(\\s*"../../data/${folder}/([\\w-]+).json"`,
      "gm",
    ),
  );
  return [...entries].map(([, key, file]) => {
    expect(key).toBe(file);
    return file!;
  });
}

test.each([
  ["comparison/totalsFiles.ts", "totaux", NAMED_TABLES.territoires],
  ["comparison/sectorFiles.ts", "secteurs", NAMED_TABLES.secteurs],
  ["comparison/departementFiles.ts", "departements", NAMED_TABLES.departements],
  ["sectors/territoryFiles.ts", "territoires", NAMED_TABLES.territoires],
])("%s names every table there is, under its own name", (module, folder, tables) => {
  expect(namesIn(module, folder).sort()).toEqual([...tables.keys()].sort());
});

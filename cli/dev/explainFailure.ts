import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { BuildFailure } from "esbuild";
import { type Mistake, mistakeOf } from "./mistake.js";
import { moduleMistakes } from "./moduleMistakes.js";
import { isSqlError, sqlMistake } from "./sqlMistake.js";

/** Folders whose modules hold SQL. */
const SQL_FOLDERS = ["models", "loaders"];

/** What the failure of a step says to its author: where it is and what to do. */
export async function explainFailure(error: unknown, root: string): Promise<Mistake[]> {
  if (isBuildFailure(error)) return moduleMistakes(error.errors, (file) => siblings(root, file));
  if (isSqlError(error)) return [sqlMistake(error, await modulesWithSql(root))];
  return [mistakeOf(error, root)];
}

/** Names of the modules that a specifier may have meant, below the same folder. */
async function siblings(root: string, folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder)).catch(() => []);
  return names.sort().map((name) => name.replace(/\.ts$/, ".js"));
}

async function modulesWithSql(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of SQL_FOLDERS) {
    const names = (await readdir(join(root, folder), { recursive: true })) as string[];
    for (const name of names.sort()) {
      if (name.endsWith(".ts")) {
        files.set(join(folder, name), readFileSync(join(root, folder, name), "utf8"));
      }
    }
  }
  return files;
}

const isBuildFailure = (error: unknown): error is BuildFailure =>
  error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);

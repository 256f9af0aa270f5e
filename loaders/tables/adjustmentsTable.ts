import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DeclaredRules } from "../../src/lib/adjustment.js";

/**
 * The expert rules beside a `scores.parquet`, as the site tells them; null when the scores have none.
 * How many companies each moved is not published: two lists apart by one rule could be subtracted.
 */
export async function adjustmentsTable(scores: string): Promise<DeclaredRules | null> {
  const file = join(dirname(scores), "rules.json");
  if (!existsSync(file)) return null;
  return JSON.parse(await readFile(file, "utf8")) as DeclaredRules;
}

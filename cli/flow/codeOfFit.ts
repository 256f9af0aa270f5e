import { join } from "node:path";
import { sha256 } from "../../models/sha256.js";
import { sourcesOf } from "./code.js";

/** SHA-256 by file of what fits and evaluates a model. */
export async function codeOfFit(root: string): Promise<Record<string, string>> {
  const sources = await sourcesOf(["models/runs/experiment.ts"], root);
  const files = [...new Set([...sources.values()].flat())].sort();
  const hashes = await Promise.all(files.map((file) => sha256(join(root, file))));
  return Object.fromEntries(files.map((file, index) => [file, hashes[index]!]));
}

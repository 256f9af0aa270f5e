import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import type { Fingerprint } from "./fingerprint.js";

/** What a step was made from and what it made, the last time it ran. */
export interface LockedStep {
  parameters: Record<string, unknown>;
  code: Fingerprint;
  inputs: Fingerprint;
  outputs: Fingerprint;
}

/** By `<batch>/<step>`. */
export type Lock = Record<string, LockedStep>;

/** Throws a VigieError when the file is not the JSON this command wrote. */
export function readLock(file: string): Lock {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Lock;
  } catch {
    throw new VigieError(
      "lock-unreadable",
      `${file} n’est pas un fichier JSON valide`,
      "Supprimez-le : tout sera recalculé au prochain « vigie run ».",
    );
  }
}

/** Keys are sorted so that two equal states are the same bytes. */
export function writeLock(file: string, lock: Lock): void {
  mkdirSync(dirname(file), { recursive: true });
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(sorted, null, 1)}\n`);
  renameSync(temporary, file);
}

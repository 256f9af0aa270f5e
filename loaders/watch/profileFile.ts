import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TableProfile } from "./profile.js";

const FILE = "profile.json";

/** Profiles of a snapshot, none when it was published before there were any. */
export async function readProfiles(folder: string): Promise<TableProfile[]> {
  const text = await readFile(join(folder, FILE), "utf8").catch(() => "[]");
  return JSON.parse(text) as TableProfile[];
}

/** Writes the profiles into a snapshot that is being built, one table a line. */
export async function writeProfiles(
  folder: string,
  profiles: readonly TableProfile[],
): Promise<void> {
  const lines = profiles.map((profile) => JSON.stringify(profile));
  await writeFile(join(folder, FILE), `[\n${lines.join(",\n")}\n]\n`);
}

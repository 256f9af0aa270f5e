import { createHash } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test, vi } from "vitest";
import { buildSite } from "../../cli/site/build.js";
import { listFiles } from "../../cli/site/files.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

async function hashes(folder: string): Promise<Record<string, string>> {
  const files = await listFiles(folder);
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

/** A whole build, on a slow machine, in milliseconds. */
const TIMEOUT = 300_000;

test(
  "the same data give the same site, byte for byte, elsewhere, later and in another locale",
  async () => {
    const folder = temporaryFolder();
    const [tables, out] = [join(folder, "deeper", "tables"), join(folder, "deeper", "public")];
    cpSync(inject("siteTables"), tables, { recursive: true });
    vi.stubEnv("TZ", "Pacific/Auckland");
    vi.stubEnv("LC_ALL", "tr_TR.UTF-8");
    await buildSite({ out, tables, batch: inject("siteBatch") });
    expect(await hashes(out)).toEqual(await hashes(inject("siteFolder")));
  },
  TIMEOUT,
);

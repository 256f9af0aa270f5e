import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../cli/site/build.js";
import { serveSite } from "../../cli/site/serve.js";
import { BATCH, writePageTables } from "../fixtures/pageTables.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the site that the browser tests open. */
    siteAddress: string;
    siteFolder: string;
  }
}

/** Builds the public site once, from small invented tables, and serves it for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-site-"));
  const tables = join(folder, "tables");
  const out = join(folder, "public");
  writePageTables(tables);
  await buildSite({ audience: "public", out, tables, batch: BATCH.batch });
  const server = await serveSite(out, { port: 0 });
  project.provide("siteAddress", server.address);
  project.provide("siteFolder", out);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

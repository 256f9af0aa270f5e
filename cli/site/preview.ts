import { spawn } from "node:child_process";
import { once } from "node:events";
import { emptyCache } from "./cache.js";
import { PAGES, REPOSITORY } from "./repository.js";
import { vendorLibraries } from "./vendor.js";

/**
 * Runs Framework's preview, for whoever writes pages: libraries are vendored first, so that nothing
 * is asked of the network, and tables come from their loaders, anew. Resolves with its exit code.
 */
export async function previewSite(env: NodeJS.ProcessEnv = process.env): Promise<number> {
  await vendorLibraries(PAGES);
  await emptyCache(PAGES);
  const child = spawn("node_modules/.bin/observable", ["preview", "--no-open"], {
    cwd: REPOSITORY,
    stdio: "inherit",
    env: { ...env, OBSERVABLE_TELEMETRY_DISABLE: "1" },
  });
  const [code] = (await once(child, "close")) as [number | null];
  return code ?? 1;
}

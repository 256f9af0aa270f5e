import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { DEFAULT_SPEC } from "../../cli/commands/steps.js";
import { placesOf } from "../../cli/flow/places.js";
import { Flow } from "../../cli/flow/runner.js";
import { buildSite } from "../../cli/site/build.js";
import { serveSite } from "../../cli/site/serve.js";
import { parsePerimeter } from "../../loaders/agents/perimeter.js";
import { writeDemo } from "../../loaders/demo/demo.js";
import { AGENTS_FLOW, FLOW, SCIENCE_FLOW } from "../../loaders/flow.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the site that the browser tests open. */
    siteAddress: string;
    siteFolder: string;
    /** The page tables it was built from. */
    siteTables: string;
    siteBatch: string;
    /** The same pages from the same tables under the State’s theme. */
    stateAddress: string;
    /** The same for the agents of France under rights A. */
    agentsAddress: string;
    agentsFolder: string;
    agentsTables: string;
    /** The notebooks of data scientists. */
    scienceAddress: string;
    /** Folder of all these sites. */
    distFolder: string;
  }
}

const BATCH = "2610";
const FORMER = "2609";

/**
 * Runs the main job once on a small simulated economy, and serves the site it makes for all browser
 * tests: what they open went through every step that real data goes through.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-site-"));
  const places = placesOf({
    data: join(folder, "data"),
    registry: join(folder, "registry"),
    dist: join(folder, "dist"),
  });
  // Two batches, and faulty lines: the page of imports has something to tell.
  for (const batch of [FORMER, BATCH]) {
    const economy = { companies: 2000, months: 84, seed: 1, dirt: 0.0005 };
    await writeDemo({ ...economy, batch, out: places.extracts });
  }
  const former = new Flow({ places, batch: FORMER, spec: DEFAULT_SPEC, audience: "public" });
  await former.run(["ingest"]);
  const flow = new Flow({ places, batch: BATCH, spec: DEFAULT_SPEC, audience: "public" });
  await flow.run(FLOW.map(({ name }) => name));
  const site = join(places.dist, "public");
  const server = await serveSite(site, { port: 0 });
  const stateSite = join(places.dist, "etat");
  const tables = join(places.tables, BATCH);
  await buildSite({ out: stateSite, tables, batch: BATCH, theme: "etat" });
  const stateServer = await serveSite(stateSite, { port: 0 });
  const space = { perimeter: parsePerimeter(undefined), rights: "A" } as const;
  const agents = new Flow({ places, batch: BATCH, spec: DEFAULT_SPEC, audience: "agents", space });
  await agents.run(AGENTS_FLOW.map(({ name }) => name));
  const agentsSite = join(places.dist, "agents");
  const agentsServer = await serveSite(agentsSite, { port: 0 });
  const science = new Flow({ places, batch: BATCH, spec: DEFAULT_SPEC, audience: "science" });
  await science.run(SCIENCE_FLOW.map(({ name }) => name));
  const scienceServer = await serveSite(join(places.dist, "science"), { port: 0 });
  project.provide("scienceAddress", scienceServer.address);
  project.provide("distFolder", places.dist);
  project.provide("agentsAddress", agentsServer.address);
  project.provide("agentsFolder", agentsSite);
  project.provide("agentsTables", join(places.agents, `${BATCH}-FR-A`));
  project.provide("siteAddress", server.address);
  project.provide("siteFolder", site);
  project.provide("siteTables", tables);
  project.provide("stateAddress", stateServer.address);
  project.provide("siteBatch", BATCH);
  return async () => {
    await server.close();
    await agentsServer.close();
    await scienceServer.close();
    await stateServer.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

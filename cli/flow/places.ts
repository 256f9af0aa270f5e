import { join } from "node:path";
import type { Perimeter } from "../../loaders/agents/perimeter.js";
import type { Rights } from "../../src/lib/agents.js";

/** Where everything is, relative to the repository's root unless absolute. */
export interface Places {
  extracts: string;
  snapshots: string;
  features: string;
  scores: string;
  /** Detection lists, one folder a batch, never changed by a later one. */
  lists: string;
  tables: string;
  /** Lists and sheets of companies, for entitled agents alone. */
  agents: string;
  /** Every fit there was, one folder each, never changed. */
  runs: string;
  /** Tables that notebooks work on, for data scientists alone. */
  workspaces: string;
  registry: string;
  dist: string;
  /** The flow's lock file. */
  lock: string;
  /** What was published when, from which inputs. */
  journal: string;
  /** Alerts let through, by batch, with the reason given. */
  acceptances: string;
}

/** Folders for a given data folder; the registry is versioned, so it stays out of it. */
export function placesOf({
  data = "data",
  registry = "models/registry",
  dist = "dist",
}: {
  data?: string;
  registry?: string;
  dist?: string;
}): Places {
  return {
    extracts: join(data, "extracts"),
    snapshots: join(data, "snapshots"),
    features: join(data, "features"),
    scores: join(data, "scores"),
    lists: join(data, "lists"),
    tables: join(data, "tables"),
    agents: join(data, "agents"),
    runs: join(data, "runs"),
    workspaces: join(data, "workspaces"),
    registry,
    dist,
    lock: join(data, "flow.lock.json"),
    journal: join(data, "journal.jsonl"),
    acceptances: join(data, "acceptances.json"),
  };
}

/** What a site of agents covers and shows. */
export interface AgentSpace {
  perimeter: Perimeter;
  rights: Rights;
}

/** What fills a path template of `loaders/flow.ts` besides the folders. */
export interface Subject {
  batch: string;
  spec: string;
  model: string;
  audience: string;
  /** Perimeter and rights of a site of agents: `reg-27-B`; empty for the public. */
  space: string;
  /** Batch that comes before, for what it changes; « none » for a first batch. */
  previous: string;
  /** Last batch before that has a list; « none » for a first list. */
  former: string;
  /** Last batch before that has page tables; « none » for a first publication. */
  published: string;
}

/** Folder of the lists and sheets of a site of agents. */
export const agentTables = (places: Places, { batch, space }: Subject): string =>
  join(places.agents, `${batch}-${space}`);

/** Fills a path template; an unknown name is a mistake in the flow and throws. */
export function resolvePath(template: string, places: Places, subject: Subject): string {
  const values: Record<string, string> = { ...places, ...subject };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`unknown name in a flow path: {${name}}`);
    return value;
  });
}

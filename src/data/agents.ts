import type { AgentsList } from "../lib/agents.js";
import { VigieError } from "../lib/error.js";
import { readTable } from "./tables.js";

/** The list of companies, in the folder of the agents’ tables. */
export const AGENTS_LIST = "liste.json";

/** Sheet of a company, in the same folder. */
export const sheetFile = (siren: string): string => `entreprises/${siren}.json`;

/** Folder of the agents’ tables, `VIGIE_AGENTS`; `undefined` when the site is the public one. */
export function agentsFolder(
  { VIGIE_AGENTS }: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return VIGIE_AGENTS || undefined;
}

/** The same, for what has no sense in the public site: throws a VigieError there. */
export function requireAgentsFolder(): string {
  const folder = agentsFolder();
  if (folder) return folder;
  throw new VigieError(
    "agents-only",
    "les listes et fiches d’entreprises ne sont pas dans le site public",
    "Construisez celui des agents : « npx vigie site --audience agents ».",
    2,
  );
}

/** Sirens and names of the listed companies, in the order of the list. */
export function listedNames(
  folder: string,
): Pick<AgentsList["companies"][number], "siren" | "name">[] {
  return readTable<AgentsList>(AGENTS_LIST, folder).companies;
}

export function listedSirens(folder: string): string[] {
  return listedNames(folder).map(({ siren }) => siren);
}

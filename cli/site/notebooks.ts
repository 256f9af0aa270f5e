import { constants } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "@observablehq/framework/dist/config.js";
import { NOTEBOOK_TABLES } from "../../src/lib/notebook/tableIndex.js";

/** Where the pages of notebooks are. */
const NOTEBOOKS = "/carnets/";

/** The paths of a site that is not for data scientists: Framework finds every page of the folder. */
export function withoutNotebooks(paths: Config["paths"]): Config["paths"] {
  return async function* () {
    for await (const path of paths()) if (!path.startsWith(NOTEBOOKS)) yield path;
  };
}

/** Copies the tables of a workspace to where notebooks look for them. */
export async function copyWorkspace(workspace: string, site: string): Promise<void> {
  const mode = constants.COPYFILE_FICLONE;
  await cp(workspace, join(site, NOTEBOOK_TABLES), { recursive: true, mode });
}

/** Files of the workspace in a site: what they hold is for data scientists, identifiers included. */
export const isWorkspace = (file: string): boolean => file.startsWith(`${NOTEBOOK_TABLES}/`);

/**
 * Folds the code that a notebook shows below the word « Code »: a reader of results unfolds it when
 * asked, with its button to copy it.
 */
export function foldCode(html: string): string {
  return html.replace(
    /<div class="observablehq-pre-container" data-language="[^"]*">[\s\S]*?<\/pre>\s*<\/div>/g,
    (block) => `<details class="notebook-code"><summary>Code</summary>${block}</details>`,
  );
}

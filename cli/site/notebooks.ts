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

/** The worker of the model lab, code alone: SHA-256 has constants of nine digits. */
const LAB_WORKER = /^_file\/data\/ajustement\.\w+\.js$/;

/**
 * Files of a site of notebooks that are not looked into: the tables, for data scientists as a whole,
 * identifiers included, and the worker of the lab.
 */
export const isForNotebooks = (file: string): boolean =>
  file.startsWith(`${NOTEBOOK_TABLES}/`) || LAB_WORKER.test(file);

const TUTORIAL = "carnets/tutoriel.html";

/** A cell that runs, then its code: Framework shows the result, and below it what `echo` asks to show. */
const ECHO =
  /(<div class="observablehq observablehq--block">(?:(?!<\/div>)[\s\S])*<\/div>\s*)(<pre data-language="[^"]*">[\s\S]*?<\/pre>)/g;

/**
 * Folds the code of the cells that a notebook shows below the word « Code »: a reader of results
 * unfolds it when asked, with its button to copy it. Code that does not run is left as it is, and so
 * is that of the tutorial, which is what it teaches.
 */
export function foldCode(html: string, file: string): string {
  if (file === TUTORIAL) return html;
  return html.replace(
    ECHO,
    (_, result: string, code: string) =>
      `${result}<details class="notebook-code"><summary>Code</summary>${code}</details>`,
  );
}

import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { VigieError } from "../../../src/lib/error.js";
import { listFiles } from "../files.js";

export interface PrerenderOrder {
  folder: string;
  /** Path of the page in the folder. */
  file: string;
}

export interface PrerenderAnswer {
  /** Why the page could not be prerendered. */
  problem?: string;
}

const THREAD = new URL("./thread.js", import.meta.url);

/**
 * Runs the cells of each page of a built site as a browser would, and puts what they display first in
 * its HTML: the page says its message before any script has come, or without. On as many threads
 * as there are processors; the same bytes whatever their number.
 *
 * @throws VigieError `page-cell` naming the page and the cell that fails.
 */
export async function prerender(folder: string): Promise<void> {
  const pages = (await listFiles(folder)).filter((file) => file.endsWith(".html"));
  // The scripts of a site are modules; Node asks for it in writing.
  const kind = join(folder, "package.json");
  await writeFile(kind, '{"type":"module"}');
  const work = async (): Promise<void> => {
    const worker = new Worker(THREAD);
    try {
      for (let file = pages.shift(); file; file = pages.shift()) {
        worker.postMessage({ folder, file } satisfies PrerenderOrder);
        const [{ problem }] = (await once(worker, "message")) as [PrerenderAnswer];
        if (problem) throw cellFailed(file, problem);
      }
    } finally {
      await worker.terminate();
    }
  };
  try {
    const threads = Math.min(availableParallelism(), pages.length);
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    await rm(kind);
  }
}

function cellFailed(file: string, problem: string): VigieError {
  return new VigieError(
    "page-cell",
    `${file} : ${problem}`,
    "Corrigez la cellule de cette page, ou le tableau qu’elle lit, puis relancez « npx vigie site ».",
  );
}

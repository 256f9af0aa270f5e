import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import type { PageCost } from "../../src/lib/ecoIndex.js";
import { listFiles } from "./files.js";

/** What a public page may cost; maps may have more elements, one for each territory. */
export const BUDGET: PageCost = { nodes: 700, requests: 15, kilobytes: 400 };

export interface PageWeight extends PageCost {
  file: string;
  /** A map has an element for each territory, twice: what is seen and what is reached. */
  map: boolean;
}

/** What a page asks for by itself: styles, modules, and the files that its cells read first. */
const ASKED = /<link rel="(?:stylesheet|modulepreload|preload)"[^>]*href="([^"]+)"/g;

/** Tables behind the figures leave with the first state: scripts build them when they are opened. */
const FOLDED = "observablehq-loading details.data > :not(summary)";

const MAP = ".chart svg[role=group]";

/**
 * What each page of a built site costs a first visitor: elements once its scripts have come, requests,
 * and kilobytes of files compressed as static hosts do (gzip). Read from the files of the site: a
 * browser test holds it to what Chromium counts.
 */
export async function weighPages(folder: string): Promise<PageWeight[]> {
  const sizes = new Map<string, Promise<number>>();
  const sizeOf = (file: string): Promise<number> => {
    const known = sizes.get(file) ?? compressedSize(join(folder, file));
    sizes.set(file, known);
    return known;
  };
  const pages = (await listFiles(folder)).filter((file) => file.endsWith(".html"));
  const weights: PageWeight[] = [];
  for (const file of pages) {
    const html = await readFile(join(folder, file), "utf8");
    const asked = askedFiles(file, html);
    let bytes = 0;
    for (const one of [file, ...asked]) bytes += await sizeOf(one);
    const { document } = parseHTML(html);
    for (const table of document.querySelectorAll(FOLDED)) table.remove();
    weights.push({
      file,
      nodes: document.querySelectorAll("*").length,
      requests: 1 + asked.length,
      kilobytes: bytes / 1000,
      map: document.querySelector(MAP) !== null,
    });
  }
  return weights;
}

function askedFiles(page: string, html: string): string[] {
  const addresses = [...html.matchAll(ASKED)].map(([, address]) => address!);
  const paths = addresses
    .filter((address) => !/^(data:|https?:)/.test(address))
    .map((address) => posix.join(posix.dirname(page), address));
  return [...new Set(paths)];
}

async function compressedSize(path: string): Promise<number> {
  return gzipSync(await readFile(path)).length;
}

/** What of a page is beyond the budget, in words. */
export function overBudget({ file, nodes, requests, kilobytes, map }: PageWeight): string[] {
  const over: string[] = [];
  if (nodes > BUDGET.nodes && !map) over.push(`${nodes} éléments (limite ${BUDGET.nodes})`);
  if (requests > BUDGET.requests) over.push(`${requests} requêtes (limite ${BUDGET.requests})`);
  if (kilobytes > BUDGET.kilobytes) {
    over.push(`${Math.round(kilobytes)} ko compressés (limite ${BUDGET.kilobytes})`);
  }
  return over.map((words) => `${file} : ${words}`);
}

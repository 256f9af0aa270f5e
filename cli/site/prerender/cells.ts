import { rm, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/** A cell as Framework writes it in a page. */
export interface Cell {
  id: string;
  body: (...inputs: unknown[]) => unknown;
}

/** What the script of a page takes from Framework’s client. */
export interface Client {
  define(cell: Cell): void;
  registerFile(name: string, info: unknown): void;
}

/** Longest wait for the cells of a page, in milliseconds; a heavy one takes half a second. */
const PATIENCE = 60_000;

/** The inline module that defines the cells of a page. */
const SCRIPT = /<script type="module">\n([\s\S]*?)<\/script>/;
const IMPORT = /^import \{(\w+)\} from "([^"]+)";$/gm;

type Script = (define: Client["define"], registerFile: Client["registerFile"]) => void;

export interface PageScript {
  /** Address of the module that defines cells. */
  client: string;
  /** Address of the module that knows files, on a page that reads some. */
  files: string | undefined;
  code: string;
}

/** The script of a page, or nothing when no cell is on it. */
export function pageScript(html: string): PageScript | undefined {
  const script = SCRIPT.exec(html)?.[1] ?? "";
  const imports = new Map(
    [...script.matchAll(IMPORT)].map(([, name, address]) => [name!, address!]),
  );
  const client = imports.get("define");
  if (!client) return undefined;
  return { client, files: imports.get("registerFile"), code: script.replaceAll(IMPORT, "") };
}

/**
 * Runs the script of a page of this path with a client. Returns when each cell has run once.
 *
 * @throws Error naming the first cell that fails.
 */
export async function runCells(code: string, path: string, client: Client): Promise<void> {
  const runs: Promise<void>[] = [];
  const waiting = new Set<string>();
  const define = (cell: Cell): void => {
    waiting.add(cell.id);
    runs.push(
      new Promise((resolve, reject) => {
        client.define({
          ...cell,
          async body(...inputs) {
            try {
              const value = await cell.body(...inputs);
              waiting.delete(cell.id);
              resolve();
              return value;
            } catch (error) {
              reject(new Error(`cellule ${cell.id} : ${String(error)}`, { cause: error }));
              throw error;
            }
          },
        });
      }),
    );
  };
  // A module beside the page: what the script imports is found as the browser finds it.
  const module = `${path}.js`;
  await writeFile(module, `export default (define, registerFile) => {${code}};`);
  try {
    const { default: run } = (await import(pathToFileURL(module).href)) as { default: Script };
    run(define, client.registerFile);
  } finally {
    await rm(module);
  }
  await Promise.race([Promise.all(runs), tooLong(waiting)]);
}

/** A cell that never ends would hold the site for ever. */
function tooLong(waiting: ReadonlySet<string>): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(
      () => reject(new Error(`les cellules ${[...waiting].join(", ")} n’ont pas fini`)),
      PATIENCE,
    ).unref();
  });
}

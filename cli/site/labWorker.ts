import { join } from "node:path";
import { bundleLabWorker, readSolver } from "../../src/data/labWorker.js";
import { placeFile } from "./placeFile.js";

/** Puts the worker of the model lab and its solver where their data loaders would put them. */
export async function placeLabWorker(pages: string): Promise<void> {
  const data = join(pages, ".observablehq", "cache", "data");
  await placeFile(join(data, "ajustement.js"), await bundleLabWorker());
  await placeFile(join(data, "solveur.wasm"), readSolver());
}

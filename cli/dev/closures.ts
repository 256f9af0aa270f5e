import { sourcesOf } from "../flow/code.js";
import { type Closures, PREVIEWED } from "./impact.js";

const PLACING = "cli/dev/placePageTables.ts";
/** Bundled by what places it, which no import says. */
const LAB_WORKER = "src/components/lab/labWorker.ts";
const SETTINGS = "observablehq.config.ts";

/**
 * Source files of each part of a preview of this specification. Throws esbuild's BuildFailure when a
 * module cannot be read or does not exist.
 */
export async function readClosures(root: string, spec: string): Promise<Closures> {
  const module = `models/specs/${spec}.ts`;
  const sources = await sourcesOf(
    [...PREVIEWED.map((step) => step.module), PLACING, LAB_WORKER, SETTINGS, module],
    root,
  );
  // Steps load the specification by its name, which no import says.
  const steps = PREVIEWED.map(({ name, module: own, reads }) => {
    const readsSpec = reads.some((path) => path.includes("{spec}"));
    return [name, [...sources.get(own)!, ...(readsSpec ? sources.get(module)! : [])]] as const;
  });
  return {
    steps: new Map(steps),
    placing: [...sources.get(PLACING)!, ...sources.get(LAB_WORKER)!],
    settings: sources.get(SETTINGS)!,
  };
}

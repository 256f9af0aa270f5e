import { asyncBufferFromUrl, cachedAsyncBuffer } from "hyparquet";
import { VigieError } from "../../lib/error.js";
import { specColumns } from "../../lib/fit/fitFrame.js";
import { labFit } from "../../lib/fit/labFit.js";
import { libraryFit } from "../../lib/fit/libraryFit.js";
import { completeSpec } from "../../lib/fit/spec.js";
import type { LabNews, LabOrder } from "./messages.js";
import { frameOf } from "./readFrame.js";

/** Entry of the worker of the model lab: `src/data/labWorker.ts` makes one file of it and of all it imports. */
const tell = (news: LabNews) => postMessage(news);

addEventListener("message", ({ data }: MessageEvent<LabOrder>) => void answer(data));
tell({ kind: "ready" });

async function answer({ features, spec, variables, library }: LabOrder): Promise<void> {
  try {
    const start = performance.now();
    tell({ kind: "progress", item: "lecture des variables" });
    const file = cachedAsyncBuffer(await asyncBufferFromUrl({ url: features }));
    const frame = await frameOf(file, specColumns(spec));
    const read = performance.now() - start;
    tell({ kind: "progress", item: "ajustement" });
    const words = new Map(variables.map((variable) => [variable.name, variable]));
    const describe = (name: string) => {
      const found = words.get(name);
      if (!found) throw new RangeError(`unknown variable: ${name}`);
      return found;
    };
    const before = performance.now();
    const { fit, sheet } = labFit(frame, completeSpec(spec), describe);
    const milliseconds = { read, fit: performance.now() - before };
    let compared = null;
    if (library > 0) {
      tell({ kind: "progress", item: "ml-logistic-regression" });
      compared = await libraryFit(sheet, library);
    }
    tell({ kind: "fitted", fit, library: compared, milliseconds, rows: frame.rows });
  } catch (error) {
    const message = error instanceof VigieError ? error.paragraph : String(error);
    tell({ kind: "failed", message });
  }
}

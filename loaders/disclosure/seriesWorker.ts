import { parentPort } from "node:worker_threads";
import loadHighs from "highs";
import { VigieError } from "../../src/lib/error.js";
import { maskSeries, type SeriesRequest } from "./maskSeries.js";
import type { SeriesAnswer } from "./seriesThreads.js";

/** Protects each measure it is sent. */
const highs = await loadHighs();
parentPort!.on("message", (request: SeriesRequest) => {
  parentPort!.postMessage(answer(request));
});

/** An error crosses threads as its fields. */
function answer(request: SeriesRequest): SeriesAnswer {
  try {
    return { masks: maskSeries(request, highs) };
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const { code, message, remedy, exitCode } = error;
    return { refusal: [code, message, remedy, exitCode] };
  }
}

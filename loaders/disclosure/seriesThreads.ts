import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import type { MonthMask, SeriesRequest } from "./maskSeries.js";

/** What a thread sends back. */
export type SeriesAnswer =
  | { masks: (MonthMask | null)[] }
  | { refusal: ConstructorParameters<typeof VigieError> };

const THREAD = new URL("./seriesThread.js", import.meta.url);

/**
 * Masks of several measures, on as many threads as there are processors: the same whatever their
 * number, since a measure is protected by one thread.
 *
 * @throws VigieError `disclosure-unsafe` naming the first measure that cannot be published.
 */
export async function maskAll(
  requests: readonly SeriesRequest[],
  progress?: Progress,
  threads = availableParallelism(),
): Promise<(MonthMask | null)[][]> {
  const answers: SeriesAnswer[] = [];
  const waiting = [...requests.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(THREAD);
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, request] = next;
        answers[index] = await ask(worker, request);
        done += 1;
        progress?.({ item: request.name, done, total: requests.length });
      }
    } finally {
      await worker.terminate();
    }
  };
  const count = Math.max(1, Math.min(threads, requests.length));
  await Promise.all(Array.from({ length: count }, work));
  return answers.map((answer) => {
    if ("refusal" in answer) throw new VigieError(...answer.refusal);
    return answer.masks;
  });
}

function ask(worker: Worker, request: SeriesRequest): Promise<SeriesAnswer> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
    };
    const onMessage = (answer: SeriesAnswer) => {
      settle();
      resolve(answer);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onExit = (code: number) => {
      settle();
      reject(new Error(`the thread that protects ${request.name} stopped with code ${code}`));
    };
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(request);
  });
}

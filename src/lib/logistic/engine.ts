import { CHUNK, type Pass, rowsOf, runChunk, totalsOf } from "./pass.js";

/** How passes over the rows are made: by one thread here, by several in `models/logit/threads.ts`. */
export interface Engine {
  /** Memory that every thread of the engine can write. */
  allocate(length: number): Float64Array;
  /** Makes the pass; the totals of each chunk, in order. */
  run(pass: Pass): Float64Array[];
}

/** Chunks one after the other, in this thread. */
export const SINGLE_THREAD: Engine = {
  allocate: (length) => new Float64Array(length),
  run(pass) {
    const count = Math.ceil(rowsOf(pass) / CHUNK);
    return Array.from({ length: count }, (_, chunk) => {
      const totals = new Float64Array(totalsOf(pass));
      runChunk(pass, chunk, totals);
      return totals;
    });
  },
};

import { CHUNK, type Pass, rowsOf, runChunk, totalsOf } from "../../src/lib/logistic/pass.js";

/** A pass shared by several threads: each takes the next chunk until none is left. */
export interface PassOrder {
  pass: Pass;
  /** In shared memory: the next chunk to take, then the number of chunks made. */
  progress: Int32Array;
  /** In shared memory: the totals of each chunk, one after the other. */
  totals: Float64Array;
}

/** The order of a pass, no chunk of which is made. */
export function orderOf(pass: Pass): PassOrder {
  return {
    pass,
    progress: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
    totals: sharedArray(chunksOf(pass) * totalsOf(pass)),
  };
}

export function chunksOf(pass: Pass): number {
  return Math.ceil(rowsOf(pass) / CHUNK);
}

/** Zeros in memory that threads share. */
export function sharedArray(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** Takes and makes chunks until none is left to take; others may still be in the hands of other threads. */
export function takeChunks({ pass, progress, totals }: PassOrder): void {
  const count = chunksOf(pass);
  const width = totalsOf(pass);
  for (;;) {
    const chunk = Atomics.add(progress, 0, 1);
    if (chunk >= count) return;
    runChunk(pass, chunk, totals.subarray(chunk * width, (chunk + 1) * width));
    Atomics.add(progress, 1, 1);
    Atomics.notify(progress, 1);
  }
}

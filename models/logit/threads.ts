import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Engine } from "../../src/lib/logistic/engine.js";
import { type Pass, totalsOf } from "../../src/lib/logistic/pass.js";
import { chunksOf, orderOf, type PassOrder, sharedArray, takeChunks } from "./passOrder.js";

/** What a thread is given to start. */
export interface ThreadStart {
  /** Where orders come. */
  port: MessagePort;
  /** In shared memory: changes when an order comes. */
  signal: Int32Array;
}

const THREAD = new URL("./passThread.js", import.meta.url);

/** Milliseconds after which a chunk that a thread took, two of work, is lost with it. */
const LOST = 60_000;

/**
 * Passes over the rows shared by this thread and others. Chunks are fixed and their totals added in
 * order: results are the same to the last bit whatever the number of threads, one that is late or
 * never starts included. Matrices in shared memory (`sharedArray`) are not copied; a design that is
 * not is standardised by this thread alone. To be stopped after use.
 */
export class Threads implements Engine {
  private readonly workers: Worker[];
  private readonly ports: MessagePort[] = [];
  private readonly signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private readonly copies = new WeakMap<object, Float64Array | Int32Array>();

  /** @param count threads in all, this one included. */
  constructor(count: number) {
    this.workers = Array.from({ length: count - 1 }, () => this.start());
  }

  private start(): Worker {
    const { port1, port2 } = new MessageChannel();
    this.ports.push(port1);
    const workerData: ThreadStart = { port: port2, signal: this.signal };
    const worker = new Worker(THREAD, { workerData, transferList: [port2] });
    worker.unref();
    port1.unref();
    return worker;
  }

  allocate(length: number): Float64Array {
    return sharedArray(length);
  }

  run(pass: Pass): Float64Array[] {
    const order = orderOf(this.shared(pass));
    if (!("raw" in pass) || isShared(pass.raw.values)) this.announce(order);
    takeChunks(order);
    const count = chunksOf(pass);
    for (let made = Atomics.load(order.progress, 1); made < count; ) {
      if (Atomics.wait(order.progress, 1, made, LOST) === "timed-out")
        throw new Error("a thread of the regression stopped");
      made = Atomics.load(order.progress, 1);
    }
    const width = totalsOf(pass);
    return Array.from({ length: count }, (_, chunk) =>
      order.totals.slice(chunk * width, (chunk + 1) * width),
    );
  }

  private announce(order: PassOrder): void {
    for (const port of this.ports) port.postMessage(order);
    Atomics.add(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  /** The same pass with its vectors, one number a row, in shared memory. */
  private shared(pass: Pass): Pass {
    if ("raw" in pass) {
      if (!isShared(pass.raw.values)) return pass;
      const { rows, mass } = pass.raw;
      return { ...pass, raw: { ...pass.raw, rows: this.copy(rows), mass: this.copy(mass) } };
    }
    const { table } = pass;
    return {
      ...pass,
      table: {
        ...table,
        outcome: this.copy(table.outcome),
        mass: this.copy(table.mass),
        offset: table.offset && this.copy(table.offset),
      },
    };
  }

  /** Made once: the same vectors go through every pass of a fit. */
  private copy<Values extends Float64Array | Int32Array>(values: Values): Values {
    if (isShared(values)) return values;
    const known = this.copies.get(values);
    if (known) return known as Values;
    const memory = new SharedArrayBuffer(values.byteLength);
    const copy = values instanceof Float64Array ? new Float64Array(memory) : new Int32Array(memory);
    copy.set(values);
    this.copies.set(values, copy);
    return copy as Values;
  }

  /** Ends the threads. */
  async stop(): Promise<void> {
    for (const port of this.ports) port.close();
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function isShared(values: Float64Array | Int32Array): boolean {
  return values.buffer instanceof SharedArrayBuffer;
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";
import { afterAll, bench, describe } from "vitest";
import { Threads } from "../../models/logit/threads.js";
import { SINGLE_THREAD } from "../../src/lib/logistic/engine.js";
import { fitLogistic } from "../../src/lib/logistic/fit.js";
import { isInstalled, PEERS, type PeerFit, runPeer } from "./peers.js";
import { regressionData } from "./regressionData.js";
import { comparison, HEADER } from "./regressionTable.js";

const ROWS = 1_000_000;
const COLUMNS = 20;
/** The least of several runs: the machine may be shared. */
const RUNS = 3;
/** ml-logistic-regression copies rows into rows: a million of them do not fit in its memory. */
const ML_ROWS = 20_000;
/** It takes 50,000 gradient steps by default. */
const ML_STEPS = 20;
const ML_DEFAULT_STEPS = 50_000;

const folder = mkdtempSync(join(tmpdir(), "vigie-bench-"));
const { design, outcome } = regressionData(ROWS, COLUMNS);
writeFileSync(join(folder, "x.bin"), new Uint8Array(design.values.buffer));
writeFileSync(join(folder, "y.bin"), new Uint8Array(outcome.buffer));
const threads = new Threads(availableParallelism());
const fits = new Map<string, PeerFit>();
const engines = [
  ["ours, 1 thread", SINGLE_THREAD],
  [`ours, ${availableParallelism()} threads`, threads],
] as const;

process.stdout.write(`${HEADER}\n`);
for (let run = 0; run < RUNS; run++) for (const [name, engine] of engines) keep(name, ours(engine));
for (const peer of PEERS) {
  if (isInstalled(peer)) keep(peer.name, runPeer(peer, folder, COLUMNS, ROWS, RUNS));
  else process.stdout.write(`${peer.name}: skipped, not installed\n`);
}
keep(`ml-logistic-regression, from ${ML_STEPS} steps of ${ML_ROWS} rows`, mlLogistic());
for (const line of comparison(fits, design, outcome)) process.stdout.write(`${line}\n`);

describe(`logistic regression, ${ROWS} × ${COLUMNS}, coefficients and standard errors`, () => {
  const options = { iterations: RUNS, time: 0, warmupIterations: 0, warmupTime: 0 };
  for (const [name, engine] of engines)
    bench(name, () => void fitLogistic(design, outcome, { engine }), options);

  afterAll(async () => {
    await threads.stop();
    rmSync(folder, { recursive: true });
  });
});

function keep(name: string, fit: PeerFit): void {
  const before = fits.get(name);
  const wall = Math.min(fit.wall, before?.wall ?? Number.POSITIVE_INFINITY);
  const processor = Math.min(fit.processor, before?.processor ?? Number.POSITIVE_INFINITY);
  fits.set(name, { ...fit, wall, processor });
}

function ours(engine: typeof SINGLE_THREAD): PeerFit {
  let fit: PeerFit | undefined;
  const spent = timed(() => {
    const { estimates, stdErrors: errors } = fitLogistic(design, outcome, { engine });
    fit = { wall: 0, processor: 0, estimates, errors };
  });
  return { ...fit!, ...spent };
}

/** Seconds for all rows and its default steps, in proportion; its result is not looked at. */
function mlLogistic(): PeerFit {
  const rows = Array.from({ length: ML_ROWS }, (_, i) => [
    1,
    ...design.values.subarray(i * COLUMNS, (i + 1) * COLUMNS),
  ]);
  const features = new Matrix(rows);
  const target = Matrix.columnVector([...outcome.subarray(0, ML_ROWS)]);
  const model = new LogisticRegression({ numSteps: ML_STEPS, learningRate: 5e-4 });
  const { wall, processor } = timed(() => model.train(features, target));
  const scale = ((ROWS / ML_ROWS) * ML_DEFAULT_STEPS) / ML_STEPS;
  const none = new Float64Array(COLUMNS + 1).fill(Number.NaN);
  return { wall: wall * scale, processor: processor * scale, estimates: none, errors: none };
}

function timed(action: () => void) {
  const [start, used] = [performance.now(), process.cpuUsage()];
  action();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - start) / 1e3, processor: (user + system) / 1e6 };
}

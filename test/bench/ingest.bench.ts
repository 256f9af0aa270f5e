import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, bench, describe } from "vitest";
import { writeDemo } from "../../loaders/demo/demo.js";
import { type DuckDBConnection, withDuckDB } from "../../loaders/duckdb.js";
import { ingest } from "../../loaders/ingest/ingest.js";
import { inLanes } from "../../loaders/ingest/lanes.js";
import { sourceOf } from "../../loaders/sources/sources.js";
import { convert, type Known, read } from "./reading.js";

const COMPANIES = 10_000;
const MONTHS = 120;

/** Files of fewer bytes are told together: their time is that of opening them. */
const BIG = 500_000;

/** Each time is the least of so many, ours and DuckDB's in turn. */
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), "vigie-bench-"));
mkdirSync(join(folder, "rejects"));
afterAll(() => rmSync(folder, { recursive: true }));
await writeDemo({
  ...{ batch: "2610", companies: COMPANIES, months: MONTHS },
  ...{ seed: 1, dirt: 0.0005, out: folder },
});
const extracts = join(folder, "2610");
const files = readdirSync(extracts).flatMap((name): Known[] => {
  const source = sourceOf(name);
  return source ? [{ name, path: join(extracts, name), source }] : [];
});

interface Times {
  lines: number;
  ours: number;
  plain: number;
}

/** Seconds of processor, all threads: what others do on the machine counts less than in elapsed time. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function compare(connection: DuckDBConnection, file: Known): Promise<Times> {
  const times: Times = { lines: 0, ours: Infinity, plain: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    const plain = await processorTime(() => convert(connection, file, folder));
    const ours = await processorTime(async () => {
      times.lines = await read(connection, file, folder);
    });
    times.plain = Math.min(times.plain, plain);
    times.ours = Math.min(times.ours, ours);
  }
  return times;
}

function print(name: string, { lines, ours, plain }: Times): void {
  const columns = [
    name.padEnd(40),
    `${plain.toFixed(2)} s`.padStart(9),
    `${ours.toFixed(2)} s`.padStart(9),
    `× ${(ours / plain).toFixed(2)}`.padStart(8),
    `${Math.round(lines / ours / 1000)} k rows/s`.padStart(14),
  ];
  process.stdout.write(`${columns.join("")}\n`);
}

const sum = (times: readonly Times[]): Times => ({
  lines: times.reduce((total, { lines }) => total + lines, 0),
  ours: times.reduce((total, { ours }) => total + ours, 0),
  plain: times.reduce((total, { plain }) => total + plain, 0),
});

await withDuckDB(async (connection) => {
  const small: Times[] = [];
  const all: Times[] = [];
  process.stdout.write("processor time: plain DuckDB, ours, ratio, rows/s\n");
  for (const file of files) {
    const times = await compare(connection, file);
    all.push(times);
    if (statSync(file.path).size < BIG) small.push(times);
    else print(file.name, times);
  }
  print(`${small.length} small files`, sum(small));
  print("all", sum(all));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`peak memory of the process, demo included: ${peak} MB\n`);
});

describe(`${files.length} extracts of ${COMPANIES} companies over ${MONTHS} months`, () => {
  const options = { iterations: 3, warmupIterations: 1, time: 0 };
  /** Files side by side on so many connections, as the ingest reads them on two. */
  const each =
    (lanes: number, work: (connection: DuckDBConnection, file: Known) => Promise<unknown>) => () =>
      withDuckDB(async (connection, connect) => {
        const connections = [connection];
        while (connections.length < lanes) connections.push(await connect());
        await inLanes(connections, files, async (lane, file) => {
          await work(lane, file);
        });
      });
  bench(
    "plain DuckDB, text to Parquet, one file after another",
    each(1, (c, file) => convert(c, file, folder)),
    options,
  );
  bench(
    "plain DuckDB, two files at once",
    each(2, (c, file) => convert(c, file, folder)),
    options,
  );
  bench(
    "tables as read: typed, checked, accounted for",
    each(2, (c, file) => read(c, file, folder)),
    options,
  );
  bench(
    "ingest: the same in its perimeter, with its clean tables",
    async () => {
      await ingest({ batch: "2610", extracts, snapshots: join(folder, "snapshots") });
    },
    options,
  );
});

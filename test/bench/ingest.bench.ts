import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench, describe } from "vitest";
import { writeDemo } from "../../loaders/demo/demo.js";
import { copyToParquet, literal, withDuckDB } from "../../loaders/duckdb.js";
import { ingest } from "../../loaders/ingest/ingest.js";

const folder = mkdtempSync(join(tmpdir(), "vigie-bench-"));
await writeDemo({ batch: "2610", companies: 1500, months: 72, seed: 1, out: folder });
const extracts = join(folder, "2610");
const files = readdirSync(extracts).filter((name) => name.endsWith(".csv"));

/** DuckDB's own reader on the same files, text to Parquet: no type, no check, no account of lines. */
async function convert(): Promise<void> {
  await withDuckDB(async (connection) => {
    for (const name of files) {
      const file = literal(join(extracts, name));
      await copyToParquet(
        connection,
        `SELECT * FROM read_csv(${file}, all_varchar = true, ignore_errors = true)`,
        join(folder, `${name}.parquet`),
      );
    }
  });
}

describe("fourteen extracts of 1,500 companies over 72 months", () => {
  const options = { iterations: 3, warmupIterations: 1, time: 0 };
  bench(
    "ingest: typed, checked, accounted for, with its clean tables",
    async () => {
      await ingest({ batch: "2610", extracts, snapshots: join(folder, "snapshots") });
    },
    options,
  );
  bench("limit: DuckDB read_csv to Parquet as text", convert, options);
});

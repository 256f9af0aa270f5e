import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { readFile, reportFile } from "../../../loaders/ingest/readFile.js";
import type { FileReport } from "../../../loaders/ingest/report.js";
import { writeTable } from "../../../loaders/ingest/write.js";
import { SOURCES } from "../../../loaders/sources/sources.js";

export interface Read {
  report: FileReport;
  rows: Record<string, unknown>[];
}

/** What the reader makes of a file of a source, header first: its report and its table. */
export async function readLines(sourceName: string, lines: readonly string[]): Promise<Read> {
  const source = SOURCES.find(({ name }) => name === sourceName)!;
  const work = await mkdtemp(join(tmpdir(), "vigie-rules-"));
  try {
    await mkdir(join(work, "rejects"));
    const extract = { path: join(work, "file.csv"), name: "file.csv", source };
    await writeFile(extract.path, `${lines.join("\n")}\n`);
    return await withDuckDB(async (connection) => {
      const options = {
        extract,
        source,
        table: "staged",
        work,
        filtered: false,
        accounts: false,
        dateFin: "2026-10-01",
      };
      const reading = await readFile(connection, options);
      if (!("reader" in reading)) return { report: reading, rows: [] };
      const report = await reportFile(connection, reading);
      const file = join(work, "table.parquet");
      await writeTable(connection, source, ["staged"], file);
      const rows = await queryRows<Record<string, unknown>>(
        connection,
        `FROM read_parquet(${literal(file)})`,
      );
      return { report, rows };
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

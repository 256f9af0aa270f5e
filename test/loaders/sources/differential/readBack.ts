import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { literal, queryRows, withDuckDB } from "../../../../loaders/duckdb.js";
import { definitionOf } from "../../../../loaders/fields/field.js";
import { readFile, reportFile } from "../../../../loaders/ingest/readFile.js";
import { writeTable } from "../../../../loaders/ingest/write.js";
import type { Source } from "../../../../loaders/sources/source.js";
import { show, showRow, type Verdicts } from "./judge.js";
import type { Generated } from "./rows.js";

/** Reads a file as a batch does, from the bytes to the Parquet table and the rejects file. */
export async function readBack(
  source: Source,
  { columns, lines }: Generated,
  work: string,
): Promise<Verdicts> {
  const name = `${source.name}.csv`;
  const path = join(work, name);
  const texts = [
    columns.map(({ label }) => label).join(source.delimiter),
    ...lines.map(({ text }) => text),
  ];
  await writeFile(path, `${texts.join("\n")}\n`);
  return withDuckDB(async (connection) => {
    const extract = { path, name, source };
    const options = {
      ...{ extract, source, table: "staged", work },
      ...{ filtered: false, accounts: false, dateFin: "2026-10-01" },
    };
    const reading = await readFile(connection, options);
    if (!("reader" in reading)) throw new Error(reading.fatal ?? name);
    const report = await reportFile(connection, reading);
    const rejects = report.rejectsFile
      ? await queryRows<Reject>(connection, `FROM ${rejectsTable(work, report.rejectsFile)}`)
      : [];
    const file = join(work, `${source.name}.parquet`);
    await writeTable(connection, source, ["staged"], file);
    const names = columnsOf(source);
    const rows = await queryRows<Record<string, unknown>>(
      connection,
      `SELECT ${names.map((column) => `"${column}"`).join(", ")} FROM read_parquet(${literal(file)})`,
    );
    return {
      rejected: Object.fromEntries(
        rejects.map(({ line, code, column, value, message }) => [
          Number(line),
          show(code, column, value, message),
        ]),
      ),
      skipped: report.skipped,
      blank: report.blank,
      rows: rows.map((row) => showRow(names.map((column) => [column, row[column]]))),
    };
  });
}

interface Reject {
  line: string;
  code: string;
  column: string | null;
  value: string | null;
  message: string;
}

function rejectsTable(work: string, file: string): string {
  const path = literal(join(work, file));
  return file.endsWith(".parquet")
    ? `read_parquet(${path})`
    : `read_csv(${path}, all_varchar = true)`;
}

/** Columns of the table that come from cells, in the order of the schema. */
function columnsOf(source: Source): string[] {
  const columns = Object.keys(source.schema.shape).flatMap((key) => {
    const { parts } = definitionOf(source.schema.shape[key]!);
    return parts ? parts.map((part) => part.column(key)) : [key];
  });
  return source.wide ? [...columns, "periode", source.wide.column] : columns;
}

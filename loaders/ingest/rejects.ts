import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import type { Reader } from "./compile.js";
import { MESSAGES } from "./report.js";
import { splitSql } from "./split.js";

interface RejectedFile {
  table: string;
  source: Source;
  reader: Reader;
  /** Cells a line must have. */
  width: number;
}

/** First messages of a file, `Line N: column: message [code]`. */
export async function rejectMessages(
  connection: DuckDBConnection,
  rejected: RejectedFile,
): Promise<string[]> {
  const rows = await queryRows<{ text: string }>(
    connection,
    `SELECT 'Line ' || line || ': ' || CASE WHEN "column" IS NULL THEN '' ELSE "column" || ': ' END
      || message || ' [' || code || ']' AS text
     FROM (${rejectsSql(rejected)}) ORDER BY line LIMIT ${MESSAGES}`,
  );
  return rows.map(({ text }) => text);
}

/** Writes every rejected row: line, code, column, value, message and the line as it was. */
export async function writeRejects(
  connection: DuckDBConnection,
  rejected: RejectedFile,
  file: string,
): Promise<void> {
  await connection.run(
    `COPY (SELECT * FROM (${rejectsSql(rejected)}) ORDER BY line)
     TO ${literal(file)} (FORMAT csv, HEADER, DELIMITER ',')`,
  );
}

function rejectsSql({ table, source, reader, width }: RejectedFile): string {
  return `SELECT line, why.reason.code AS code, why."column" AS "column", why.value AS value,
      why.reason.message AS message, raw
    FROM (SELECT line, raw, CASE
        WHEN c IS NULL THEN ${tornSql("'source-error'", "'guillemets mal fermés'")}
        WHEN len(c) < ${width} THEN ${tornSql("'missing-cell'", cellsSql(width))}
        WHEN len(c) > ${width} THEN ${tornSql("'extra-cell'", cellsSql(width))}
        ELSE ${reader.refusal} END AS why
      FROM (SELECT line, raw, ${splitSql("raw", source)} AS c
        FROM ${table} WHERE status = 'rejected'))`;
}

function tornSql(code: string, message: string): string {
  return `struct_pack(reason := struct_pack(code := ${code}, message := ${message}), "column" := NULL::VARCHAR, value := NULL::VARCHAR)`;
}

function cellsSql(width: number): string {
  return `len(c) || CASE WHEN len(c) > 1 THEN ' cellules' ELSE ' cellule' END || ' au lieu de ${width}'`;
}

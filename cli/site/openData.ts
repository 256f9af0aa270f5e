import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type DuckDBConnection, literal, queryRows, withDuckDB } from "../../loaders/duckdb.js";
import type { TableSchema } from "../../src/lib/dictionary/tableSchema.js";
import { identifiersIn } from "./identifiers.js";

/** Files of data that must be opened to be read. */
export const isOpenData = (file: string): boolean => /\.(csv\.gz|parquet)$/.test(file);

/** What is read of a file of data. */
interface Content {
  columns: string[];
  identifiers: string[];
}

/**
 * Opens the compressed CSV and Parquet files of a site as a reader would. Each has the columns that
 * its schema tells, and no SIREN nor SIRET but those `allowed`: in the whole text of a CSV; in the
 * texts and whole numbers of a Parquet file (its amounts are doubles, and numbers are left alone in
 * JSON too). Returns what is wrong, in French; a copy is read once.
 */
export async function openDataProblems(
  folder: string,
  files: readonly string[],
  allowed: (identifier: string) => boolean,
): Promise<string[]> {
  if (files.length === 0) return [];
  const seen = new Set<string>();
  return withDuckDB(async (connection) => {
    const problems: string[] = [];
    for (const file of files) {
      const bytes = await readFile(join(folder, file));
      const schema = await readSchema(folder, file);
      const hash = createHash("sha256").update(bytes).update(schema).digest("hex");
      if (seen.has(hash)) continue;
      seen.add(hash);
      const content = await readContent(connection, join(folder, file), bytes).catch(
        () => undefined,
      );
      problems.push(...contentProblems(content, schema, allowed).map((one) => `${file} : ${one}`));
    }
    return problems;
  });
}

/** Text of the schema beside a file of data; empty when there is none. */
async function readSchema(folder: string, file: string): Promise<string> {
  const path = join(folder, file.replace(/\.(csv\.gz|parquet)$/, ".schema.json"));
  return existsSync(path) ? readFile(path, "utf8") : "";
}

function contentProblems(
  content: Content | undefined,
  schema: string,
  allowed: (identifier: string) => boolean,
): string[] {
  if (!content) return ["illisible"];
  const identifiers = content.identifiers.filter((one) => !allowed(one));
  const problems = identifiers.map((one) => `identifiant ${one}`);
  if (schema === "") return [...problems, "sans schéma"];
  const expected = (JSON.parse(schema) as TableSchema).fields.map(({ name }) => name).join(", ");
  const found = content.columns.join(", ");
  if (found !== expected) problems.push(`colonnes ${found} au lieu de ${expected}`);
  return problems;
}

async function readContent(
  connection: DuckDBConnection,
  path: string,
  bytes: Buffer,
): Promise<Content> {
  if (path.endsWith(".parquet")) return readParquet(connection, path);
  const text = gunzipSync(bytes).toString("utf8");
  const columns = text.slice(0, text.indexOf("\r\n")).split(",");
  return { columns, identifiers: identifiersIn(path, text) };
}

async function readParquet(connection: DuckDBConnection, path: string): Promise<Content> {
  const source = `read_parquet(${literal(path)})`;
  const columns = await queryRows<{ column_name: string; column_type: string }>(
    connection,
    `DESCRIBE FROM ${source}`,
  );
  const suspects = columns
    .filter(({ column_type }) => column_type !== "DOUBLE")
    .map(({ column_name }) => `"${column_name.replaceAll('"', '""')}"::VARCHAR`)
    .map(
      (text) =>
        `SELECT DISTINCT ${text} AS text FROM ${source} WHERE regexp_matches(${text}, '\\d{9}')`,
    );
  const texts =
    suspects.length === 0
      ? []
      : await queryRows<{ text: string }>(
          connection,
          `FROM (${suspects.join(" UNION ALL ")}) ORDER BY text`,
        );
  return {
    columns: columns.map(({ column_name }) => column_name),
    identifiers: identifiersIn(path, texts.map(({ text }) => text).join("\n")),
  };
}

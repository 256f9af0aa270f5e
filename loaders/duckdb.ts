import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export type { DuckDBConnection };

export interface DuckDBOptions {
  /** Worker threads; defaults to 2. Use 1 where doubles are summed: their order changes the bytes. */
  threads?: number;
  /** Memory DuckDB may take before it spills; defaults to `1500MB`. */
  memoryLimit?: string;
  /** Where it spills; defaults to a folder of the system's temporary directory. */
  temporaryDirectory?: string;
}

/** Opens one more connection to the same database, closed with the others. */
export type Connect = () => Promise<DuckDBConnection>;

/**
 * Runs `work` on a fresh in-memory database and closes it whatever happens. Extensions are never
 * fetched: everything used (parquet, json, icu) is bundled with `@duckdb/node-api`.
 */
export async function withDuckDB<T>(
  work: (connection: DuckDBConnection, connect: Connect) => Promise<T>,
  { threads = 2, memoryLimit = "1500MB", temporaryDirectory }: DuckDBOptions = {},
): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: memoryLimit,
    preserve_insertion_order: "true",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(temporaryDirectory ? { temp_directory: temporaryDirectory } : {}),
  });
  const opened: DuckDBConnection[] = [];
  const connect: Connect = async () => {
    const connection = await instance.connect();
    opened.push(connection);
    return connection;
  };
  try {
    return await work(await connect(), connect);
  } finally {
    for (const connection of opened) connection.closeSync();
    instance.closeSync();
  }
}

/** All rows of a query as plain objects; DATE, DECIMAL and BIGINT arrive as JSON-friendly values. */
export async function queryRows<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson() as Row[];
}

/** A SQL string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Writes a query to Parquet (zstd, 122,880 rows a group: whole vectors, good for range reads). The
 * query must be ordered for the bytes to be stable.
 */
export async function copyToParquet(
  connection: DuckDBConnection,
  query: string,
  file: string,
): Promise<void> {
  await connection.run(
    `COPY (${query}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
}

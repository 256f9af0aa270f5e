import type { AsyncDuckDB } from "npm:duckdb-wasm";
import { LoadError } from "../../lib/explorer/loadError.js";
import { fetchBytes, type Received } from "./fetchBytes.js";

/** First two bytes of a gzip stream (RFC 1952, 2.3.1). */
const GZIP = [0x1f, 0x8b];

/** Nothing is fetched nor installed by a query, and no query changes that. */
const SETTINGS = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

export interface Database {
  duckdb: AsyncDuckDB;
  connection: number;
}

/**
 * DuckDB, in a worker of the site. Its module is compressed by the build, so it comes whole through
 * any server, and one that decompresses it on the way does no harm.
 * The worker obeys the policy of its own file, not that of the page (HTML Standard, “initialize a
 * worker global scope's policy container”), which therefore keeps WebAssembly and `eval` out.
 * Throws a `LoadError` without WebAssembly exceptions or DecompressionStream (Chrome 95, Firefox 113,
 * Safari 16.4).
 */
export async function openDatabase(onReceived: Received): Promise<Database> {
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
    throw new LoadError("unfit-browser");
  }
  const { AsyncDuckDB, getPlatformFeatures, VoidLogger } = await import("npm:duckdb-wasm");
  if (!(await getPlatformFeatures()).wasmExceptions) throw new LoadError("unfit-browser");
  const module = import.meta.resolve("npm:duckdb-wasm/dist/duckdb-eh.wasm.gz");
  const script = import.meta.resolve("npm:duckdb-wasm/dist/duckdb-browser-eh.worker.js");
  const address = URL.createObjectURL(await decompressed(await fetchBytes(module, onReceived)));
  try {
    const duckdb = new AsyncDuckDB(new VoidLogger(), new Worker(script));
    await duckdb.instantiate(address);
    await duckdb.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
    const connection = await duckdb.connectInternal();
    for (const setting of SETTINGS) await duckdb.runQuery(connection, setting);
    return { duckdb, connection };
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function decompressed(bytes: Uint8Array): Promise<Blob> {
  const type = "application/wasm";
  if (!GZIP.every((byte, index) => bytes[index] === byte)) {
    return new Blob([bytes as BlobPart], { type });
  }
  const stream = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Blob([await new Response(stream).arrayBuffer()], { type });
}

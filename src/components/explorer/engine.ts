import { DIFFUSION, LATEST, parquetPath, seriesPath } from "../../lib/diffusion/addresses.js";
import { LoadError, loadErrorOf } from "../../lib/explorer/loadError.js";
import {
  INDICATOR_COLUMNS,
  REFERENCE_COLUMNS,
  type ReferenceTable,
} from "../../lib/explorer/publishedColumns.js";
import type { QueryResult } from "../../lib/explorer/queryResult.js";
import { referenceRows } from "../../lib/explorer/referenceRows.js";
import type { IndicatorId } from "../../lib/indicators.js";
import type { Territory } from "../../lib/tables.js";
import { siteLink } from "../siteLink.js";
import { type Database, openDatabase } from "./database.js";
import { fetchBytes, type Received } from "./fetchBytes.js";
import { insertTable } from "./insertTable.js";
import { readParquet } from "./readParquet.js";
import { runQuery } from "./runQuery.js";

/** DuckDB in this page, and the published tables it has been given. */
export class Engine {
  readonly #database: Database;
  readonly #tables = new Map<IndicatorId, Promise<void>>();
  #running: Promise<unknown> = Promise.resolve();

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Starts DuckDB and gives it the tables of labels. Throws a `LoadError`. */
  static async start(territories: readonly Territory[], onReceived: Received): Promise<Engine> {
    const engine = new Engine(await openDatabase(onReceived));
    for (const [name, rows] of Object.entries(referenceRows(territories))) {
      const columns = REFERENCE_COLUMNS[name as ReferenceTable];
      const arrays = columns.map((column, i) => [column.name, rows.map((row) => row[i])] as const);
      await insertTable(engine.#database, name, columns, Object.fromEntries(arrays));
    }
    return engine;
  }

  /** Reads the files of some indicators, once each. Throws a `LoadError` when one is not published. */
  async load(ids: readonly IndicatorId[]): Promise<void> {
    for (const id of ids) {
      let table = this.#tables.get(id);
      if (!table) {
        table = this.#read(id);
        this.#tables.set(id, table);
        table.catch(() => this.#tables.delete(id));
      }
      await table;
    }
  }

  async #read(id: IndicatorId): Promise<void> {
    const file = await fetchBytes(
      siteLink(`${DIFFUSION}/${LATEST}/${parquetPath(seriesPath(id))}`),
    ).catch((error: unknown) => {
      throw loadErrorOf(error).fault === "missing-file" ? new LoadError("missing-file", id) : error;
    });
    const arrays = await readParquet(file, INDICATOR_COLUMNS);
    await insertTable(this.#database, id, INDICATOR_COLUMNS, arrays);
  }

  /**
   * Runs one query after the one that runs, and gives at most `limit` rows. Throws what DuckDB says,
   * and the reason of `signal` when it stops the query.
   */
  query(sql: string, limit: number, signal?: AbortSignal): Promise<QueryResult> {
    const next = this.#running.then(() => runQuery(this.#database, sql, limit, signal));
    this.#running = next.catch(() => {});
    return next;
  }
}

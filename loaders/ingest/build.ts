import { join } from "node:path";
import type { Batch } from "../../src/lib/batch.js";
import type { Progress } from "../../src/lib/progress.js";
import type { CleanContext } from "../clean/table.js";
import { CLEAN_TABLES } from "../clean/tables.js";
import { copyToParquet, type DuckDBConnection } from "../duckdb.js";
import { effectifEnt } from "../sources/effectifEnt.js";
import { filter as filterSource } from "../sources/filter.js";
import type { Source } from "../sources/source.js";
import { AFTER_PERIMETER, BEFORE_PERIMETER } from "../sources/sources.js";
import { makeAccounts } from "./accounts.js";
import type { Extract } from "./extracts.js";
import { fingerprint } from "./fingerprint.js";
import { computeFreshness } from "./freshness.js";
import type { Manifest } from "./manifest.js";
import { applyBlacklist, countCompanies, makePerimeter } from "./perimeter.js";
import { type Reading, readFile, reportFile, unreadReport } from "./readFile.js";
import type { FileReport, TableReport } from "./report.js";
import { applyPerimeter } from "./stage.js";
import { describeTable } from "./tables.js";
import { tableSql, viewParquet, writeTable } from "./write.js";

export interface BuildOptions {
  batch: Batch;
  extracts: readonly Extract[];
  snapshots: string;
  filter: boolean;
  /** Folder of the snapshot being built. */
  work: string;
  progress: Progress;
}

export type Built = Pick<Manifest, "batch" | "dateFin" | "tables" | "freshness" | "perimeter"> & {
  files: FileReport[];
};

/** One snapshot in the making: sources, perimeter, then clean tables, each written once. */
export class Build {
  readonly #files: FileReport[] = [];
  readonly #tables: TableReport[] = [];
  #accounts = false;
  #done = 0;

  constructor(readonly options: BuildOptions) {}

  async run(connection: DuckDBConnection): Promise<Built> {
    const { batch, filter } = this.options;
    for (const source of BEFORE_PERIMETER) await this.#readWhole(connection, source);
    const perimeter = await this.#choosePerimeter(connection);
    for (const source of AFTER_PERIMETER) {
      await this.#finish(connection, source, await this.#stage(connection, source, filter));
      if (source.name === "comptes") this.#accounts = await makeAccounts(connection);
    }
    for (const extract of this.options.extracts) if (!extract.source) await this.#unknown(extract);
    await this.#writeClean(connection);
    return {
      batch: batch.key,
      dateFin: batch.dateFin,
      files: this.#files.sort((a, b) => (a.file < b.file ? -1 : 1)),
      tables: this.#tables,
      perimeter: { ...perimeter, companies: await countCompanies(connection) },
      freshness: await computeFreshness(connection, batch.dateFin),
    };
  }

  async #readWhole(connection: DuckDBConnection, source: Source): Promise<void> {
    if (source !== effectifEnt)
      await this.#finish(connection, source, await this.#stage(connection, source, false));
  }

  /** The headcount makes the perimeter before being filtered by it. */
  async #choosePerimeter(connection: DuckDBConnection) {
    const { batch, filter, snapshots, work } = this.options;
    const readings = await this.#stage(connection, effectifEnt, false);
    const tables = readings.map(({ options }) => options.table);
    await connection.run(`CREATE TEMP VIEW effectif_ent AS ${tableSql(effectifEnt, tables)}`);
    const given = this.#files.some(
      ({ source, fatal }) => source === filterSource.name && fatal === null,
    );
    const perimeter = await makePerimeter(connection, { batch, snapshots, filter, given });
    await applyBlacklist(connection);
    await connection.run("DROP VIEW effectif_ent");
    if (filter)
      for (const table of tables) await applyPerimeter(connection, table, effectifEnt.siren!);
    await this.#finish(connection, effectifEnt, readings);
    const file = join(work, "filter.parquet");
    await copyToParquet(connection, "SELECT siren FROM perimeter ORDER BY siren", file);
    this.#tables.push(await describeTable(connection, "filter", file, undefined));
    return perimeter;
  }

  async #stage(
    connection: DuckDBConnection,
    source: Source,
    filtered: boolean,
  ): Promise<Reading[]> {
    const readings: Reading[] = [];
    const { extracts, work } = this.options;
    const files = extracts.filter((extract) => extract.source === source);
    for (const [index, extract] of files.entries()) {
      this.#announce(extract.name);
      const table = `staged_${source.name}_${index}`;
      const accounts = this.#accounts;
      const options = { extract, source, table, work, filtered, accounts };
      const reading = await readFile(connection, options);
      if ("reader" in reading) readings.push(reading);
      else this.#files.push(reading);
    }
    return readings;
  }

  async #finish(
    connection: DuckDBConnection,
    source: Source,
    readings: readonly Reading[],
  ): Promise<void> {
    for (const reading of readings) this.#files.push(await reportFile(connection, reading));
    const tables = readings.map(({ options }) => options.table);
    const file = join(this.options.work, `${source.name}.parquet`);
    await writeTable(connection, source, tables, file);
    for (const table of tables) await connection.run(`DROP TABLE ${table}`);
    if (source !== filterSource)
      this.#tables.push(await describeTable(connection, source.name, file, source.period));
  }

  async #writeClean(connection: DuckDBConnection): Promise<void> {
    const { batch, filter, work } = this.options;
    const context: CleanContext = {
      dateFin: batch.dateFin,
      dateDebut: batch.dateDebut,
      filtered: filter,
      within: (siren) => (filter ? `${siren} IN (SELECT siren FROM clean_perimeter)` : "true"),
    };
    for (const { name, query, key, period } of CLEAN_TABLES) {
      this.#announce(name);
      const file = join(work, `${name}.parquet`);
      const ordered = `SELECT * FROM (${query(context)}) ORDER BY ${key.join(", ")}`;
      await copyToParquet(connection, ordered, file);
      await viewParquet(connection, name, file);
      this.#tables.push(await describeTable(connection, name, file, period));
    }
  }

  async #unknown({ name, path }: Extract): Promise<void> {
    const print = await fingerprint(path);
    const notices = ["nom de fichier inconnu : non lu"];
    this.#files.push({ ...unreadReport(name, null), ...print, notices });
  }

  #announce(item: string): void {
    const total = this.options.extracts.length + CLEAN_TABLES.length;
    this.options.progress({ item, done: this.#done++, total });
  }
}

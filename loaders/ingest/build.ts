import { join } from "node:path";
import type { Batch } from "../../src/lib/batch.js";
import type { Progress } from "../../src/lib/progress.js";
import type { CleanContext, CleanTable } from "../clean/table.js";
import { CLEAN_TABLES } from "../clean/tables.js";
import { copyToParquet, type DuckDBConnection, literal } from "../duckdb.js";
import { absences } from "../history/absences.js";
import { flowNotices } from "../history/flowNotices.js";
import { addToPrevious } from "../history/flowTable.js";
import { type Previous, previousTable } from "../history/previous.js";
import type { Reuse } from "../history/reuse.js";
import type { PerimeterMonths } from "../perimeterRule.js";
import { comptes } from "../sources/comptes.js";
import { effectifEnt } from "../sources/effectifEnt.js";
import { filter as filterSource } from "../sources/filter.js";
import type { Source } from "../sources/source.js";
import { AFTER_PERIMETER, BEFORE_PERIMETER, SOURCES } from "../sources/sources.js";
import { makeAccounts } from "./accounts.js";
import { writeClean } from "./cleanTables.js";
import type { Extract } from "./extracts.js";
import { fingerprint } from "./fingerprint.js";
import { computeFreshness } from "./freshness.js";
import { inLanes } from "./lanes.js";
import type { Manifest } from "./manifest.js";
import { applyBlacklist, makePerimeter, type Perimeter, reportPerimeter } from "./perimeter.js";
import { type Reading, readFile, reportFile, unreadReport } from "./readFile.js";
import type { FileReport, TableReport } from "./report.js";
import { applyPerimeter, dropStaged, makeMembers } from "./stage.js";
import { describeTable } from "./tables.js";
import { unknownFile } from "./unknownFile.js";
import { tableSql, viewParquet, writeTable } from "./write.js";

export interface BuildOptions {
  batch: Batch;
  extracts: readonly Extract[];
  snapshots: string;
  filter: boolean;
  perimeterMonths: PerimeterMonths;
  /** Folder of the snapshot being built. */
  work: string;
  progress: Progress;
  /** What flows are added to. */
  previous: Previous | undefined;
  /** Fingerprint of the snapshot that a sub-batch takes its perimeter from. */
  parentPrint: string | null;
  /** What need not be made again. */
  reuse: Reuse;
}

export type Built = Pick<
  Manifest,
  "batch" | "dateFin" | "tables" | "freshness" | "perimeter" | "absent"
> & { files: FileReport[] };

/** The files of a source, read or not, before they are accounted for. */
interface Staged {
  readings: Reading[];
  failed: FileReport[];
}

type Printed = Pick<FileReport, "file" | "sha256">;

/** What is remembered of a source that was read. */
interface SourcePart {
  files: FileReport[];
  table: TableReport;
}

/** What is remembered of the perimeter and of the headcount, of which it is made. */
interface PerimeterPart extends SourcePart {
  perimeter: Perimeter;
  filter: TableReport;
}

/** One snapshot in the making: sources, perimeter, then clean tables, each written once. */
export class Build {
  readonly #files: FileReport[] = [];
  readonly #tables: TableReport[] = [];
  #accounts = false;
  #done = 0;

  constructor(readonly options: BuildOptions) {}

  /** `others` are further connections to the same database, for files to be read side by side. */
  async run(connection: DuckDBConnection, others: readonly DuckDBConnection[]): Promise<Built> {
    const { batch, filter, previous } = this.options;
    const lanes = [connection, ...others];
    const first = BEFORE_PERIMETER.filter((source) => source !== effectifEnt);
    await inLanes(lanes, first, (lane, source) => this.#read(lane, source, false));
    const perimeter = await this.#choosePerimeter(connection);
    if (filter) await makeMembers(connection);
    await this.#read(connection, comptes, filter);
    this.#accounts = await makeAccounts(connection);
    const rest = AFTER_PERIMETER.filter((source) => source !== comptes);
    await inLanes(lanes, rest, (lane, source) => this.#read(lane, source, filter));
    this.#tables.sort((a, b) => rankOf(a) - rankOf(b));
    for (const extract of this.options.extracts) if (!extract.source) await this.#unknown(extract);
    for (const table of CLEAN_TABLES) await this.#writeClean(connection, table);
    return {
      batch: batch.key,
      dateFin: batch.dateFin,
      files: inOrder(this.#files),
      tables: this.#tables,
      perimeter: await reportPerimeter(connection, perimeter),
      freshness: await computeFreshness(connection, batch.dateFin),
      absent: absences(SOURCES, this.#files, batch.dateFin.slice(0, 7), previous?.batch),
    };
  }

  async #read(connection: DuckDBConnection, source: Source, filtered: boolean): Promise<void> {
    const { reuse } = this.options;
    const inputs = (files: readonly Printed[]) => this.#inputsOf(source, filtered, files);
    const former = await this.#former<SourcePart>(source.name, source, inputs);
    if (former) return this.#takeOver(connection, source, former);
    const part = await this.#finish(
      connection,
      source,
      await this.#stage(connection, source, filtered),
    );
    this.#add(part);
    const digest = reuse.digest(inputs(part.files));
    if (source !== filterSource)
      reuse.keep(source.name, { digest, value: part, files: filesOf(part) });
  }

  /** What the table of a source is made from, besides the code. */
  #inputsOf(source: Source, filtered: boolean, files: readonly Printed[]) {
    const { batch, previous } = this.options;
    const known = source.kind === "flow" && previous;
    return {
      batch: batch.key,
      files: files.map(({ file, sha256 }) => [file, sha256]),
      perimeter: filtered && source.siren ? this.#sum("filter") : null,
      accounts: source.account ? this.#sum("comptes") : null,
      previous: known ? known.manifest.tables.filter(({ table }) => table === source.name) : null,
    };
  }

  #sum(table: string): string | null {
    return this.#tables.find((report) => report.table === table)?.sha256 ?? null;
  }

  async #former<Part>(
    name: string,
    source: Source,
    inputs: (files: readonly Printed[]) => unknown,
  ): Promise<Part | undefined> {
    const { reuse } = this.options;
    if (!reuse.knows(name)) return undefined;
    const files: Printed[] = [];
    for (const { name: file, path } of this.#extractsOf(source))
      files.push({ file, ...(await fingerprint(path)) });
    return reuse.take<Part>(name, reuse.digest(inputs(files)));
  }

  async #takeOver(connection: DuckDBConnection, source: Source, part: SourcePart): Promise<void> {
    for (const { file } of part.files) this.#announce(file);
    this.#add({ ...part, files: part.files.map((file) => ({ ...file, reused: true })) });
    await viewParquet(connection, source.name, join(this.options.work, part.table.file));
  }

  #add({ files, table }: SourcePart): void {
    this.#files.push(...files);
    if (table.table !== filterSource.name) this.#tables.push(table);
  }

  #extractsOf(source: Source): Extract[] {
    return this.options.extracts.filter((extract) => extract.source === source);
  }

  /** The headcount makes the perimeter before being filtered by it. */
  async #choosePerimeter(connection: DuckDBConnection) {
    const { filter, reuse, work } = this.options;
    const inputs = (files: readonly Printed[]) => this.#inputsOfPerimeter(files);
    const former = await this.#former<PerimeterPart>(effectifEnt.name, effectifEnt, inputs);
    if (former) {
      await this.#takeOver(connection, effectifEnt, former);
      await connection.run(`CREATE TEMP TABLE perimeter AS
        SELECT * FROM read_parquet(${literal(join(work, former.filter.file))})`);
      await applyBlacklist(connection);
      this.#tables.push(former.filter);
      return former.perimeter;
    }
    const staged = await this.#stage(connection, effectifEnt, false);
    const tables = staged.readings.map(({ options }) => options.table);
    const perimeter = await this.#makePerimeter(connection, tables);
    if (filter)
      for (const table of tables) await applyPerimeter(connection, table, effectifEnt.siren!);
    const part = await this.#finish(connection, effectifEnt, staged);
    this.#add(part);
    const file = join(work, "filter.parquet");
    await copyToParquet(connection, "SELECT siren, suivie FROM perimeter ORDER BY siren", file);
    const report = await describeTable(connection, "filter", file, undefined);
    this.#tables.push(report);
    const value: PerimeterPart = { ...part, perimeter, filter: report };
    const digest = reuse.digest(inputs(part.files));
    reuse.keep(effectifEnt.name, { digest, value, files: [...filesOf(part), report.file] });
    return perimeter;
  }

  #inputsOfPerimeter(files: readonly Printed[]) {
    const { filter, parentPrint, perimeterMonths } = this.options;
    return {
      ...this.#inputsOf(effectifEnt, false, files),
      filter,
      perimeterMonths,
      parentPrint,
      given: this.#files
        .filter(({ source }) => source === filterSource.name)
        .map(({ sha256 }) => sha256),
      sirene: this.#sum("sirene"),
      sireneUl: this.#sum("sirene_ul"),
    };
  }

  async #makePerimeter(connection: DuckDBConnection, tables: readonly string[]) {
    const { batch, filter, snapshots, perimeterMonths: months } = this.options;
    await connection.run(`CREATE TEMP VIEW effectif_ent AS ${tableSql(effectifEnt, tables)}`);
    const given = this.#files.some(
      ({ source, fatal }) => source === filterSource.name && fatal === null,
    );
    const perimeter = await makePerimeter(connection, { batch, snapshots, filter, given, months });
    await applyBlacklist(connection);
    await connection.run("DROP VIEW effectif_ent");
    return perimeter;
  }

  async #stage(connection: DuckDBConnection, source: Source, filtered: boolean): Promise<Staged> {
    const staged: Staged = { readings: [], failed: [] };
    for (const [index, extract] of this.#extractsOf(source).entries()) {
      this.#announce(extract.name);
      const table = `staged_${source.name}_${index}`;
      const { work, batch } = this.options;
      const { dateFin } = batch;
      const accounts = this.#accounts;
      const options = { extract, source, table, work, filtered, accounts, dateFin };
      const reading = await readFile(connection, options);
      if ("reader" in reading) staged.readings.push(reading);
      else staged.failed.push(reading);
    }
    return staged;
  }

  async #finish(
    connection: DuckDBConnection,
    source: Source,
    { readings, failed }: Staged,
  ): Promise<SourcePart> {
    const files: FileReport[] = [];
    for (const reading of readings) files.push(await reportFile(connection, reading));
    const tables = readings.map(({ options }) => options.table);
    const file = join(this.options.work, `${source.name}.parquet`);
    await writeTable(connection, source, tables, file);
    for (const table of tables) await dropStaged(connection, table);
    if (source.kind === "flow") {
      const { previous } = this.options;
      const known = previousTable(previous, source.name);
      const added = await addToPrevious(connection, file, source.key, known);
      files.at(-1)?.notices.push(...flowNotices(added, previous?.batch));
    }
    const table = await describeTable(connection, source.name, file, source.period);
    return { files: inOrder([...files, ...failed]), table };
  }

  async #writeClean(connection: DuckDBConnection, table: CleanTable): Promise<void> {
    const { work, reuse } = this.options;
    this.#announce(table.name);
    const options = { context: this.#context, work, reuse, tables: this.#tables };
    this.#tables.push(await writeClean(connection, table, options));
  }

  get #context(): CleanContext {
    const { batch, filter } = this.options;
    return {
      dateFin: batch.dateFin,
      dateDebut: batch.dateDebut,
      filtered: filter,
      within: (siren) => (filter ? `${siren} IN (SELECT siren FROM clean_perimeter)` : "true"),
    };
  }

  async #unknown({ name, path }: Extract): Promise<void> {
    const { sha256, bytes, notices } = await unknownFile(path, this.options.work);
    this.#files.push({ ...unreadReport(name, null), sha256, bytes, notices });
  }

  #announce(item: string): void {
    const total = this.options.extracts.length + CLEAN_TABLES.length;
    this.options.progress({ item, done: this.#done++, total });
  }
}

/** Place of a table as read: that of its source, whatever the order in which files ended. */
function rankOf({ table }: TableReport): number {
  return SOURCES.findIndex(({ name }) => name === table);
}

function filesOf({ files, table }: SourcePart): string[] {
  return [table.file, ...files.flatMap(({ rejectsFile }) => rejectsFile ?? [])];
}

function inOrder(files: readonly FileReport[]): FileReport[] {
  return [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
}

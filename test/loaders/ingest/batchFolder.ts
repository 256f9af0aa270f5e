import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { type IngestOptions, ingest } from "../../../loaders/ingest/ingest.js";
import type { IngestReport } from "../../../loaders/ingest/report.js";
import { openSnapshot } from "../../../loaders/snapshot.js";

/** A folder of extracts written by hand, with its snapshots, removed after the test. */
export class BatchFolder {
  private constructor(readonly root: string) {}

  static async create(): Promise<BatchFolder> {
    const root = await mkdtemp(join(tmpdir(), "vigie-ingest-"));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    await mkdir(join(root, "extracts"));
    return new BatchFolder(root);
  }

  get extracts(): string {
    return join(this.root, "extracts");
  }

  get snapshots(): string {
    return join(this.root, "snapshots");
  }

  async put(name: string, content: string | Uint8Array | readonly string[]): Promise<void> {
    const bytes = Array.isArray(content) ? `${content.join("\n")}\n` : content;
    await writeFile(join(this.extracts, name), bytes as string | Uint8Array);
  }

  /** Without a perimeter, unless told. */
  ingest(options: Partial<IngestOptions> = {}): Promise<IngestReport> {
    const { extracts, snapshots } = this;
    return ingest({ batch: "2610", extracts, snapshots, filter: false, ...options });
  }

  async read(sql: string, name = "2610"): Promise<Record<string, unknown>[]> {
    return withDuckDB(async (connection) => {
      await openSnapshot(connection, join(this.snapshots, name));
      return queryRows(connection, sql);
    });
  }
}

export const COTISATION = "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due";

export const EFFECTIF_ENT = "siren;eff202631;eff202632;eff202633;rais_soc";

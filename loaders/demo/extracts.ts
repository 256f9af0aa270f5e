import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import { writeAccounts } from "./accountFile.js";
import { writeBalanceSheets } from "./balanceSheetFile.js";
import type { Span } from "./calendar.js";
import { writeDebts } from "./debtFile.js";
import type { Dirt } from "./dirt.js";
import { writeDues } from "./duesFile.js";
import { ExtractFile } from "./extractFile.js";
import { monthColumns, writeCompanyHeadcounts, writeSiteHeadcounts } from "./headcountFiles.js";
import type { History } from "./history.js";
import { writeJudgments } from "./judgmentFile.js";
import { writePlans, writeSpreads } from "./planFiles.js";
import { writeShortTime } from "./shortTimeFiles.js";
import { writeEstablishments, writeLegalUnit } from "./sireneFiles.js";

/** One extract written. */
export interface ExtractSummary {
  source: SourceName;
  file: string;
  /** Lines without the header, faulty ones included. */
  rows: number;
  bytes: number;
  sha256: string;
}

type Files = { [S in SourceName]: ExtractFile<S> };

/** All the extracts of a batch, written together, one company after the other. */
export class Extracts {
  private constructor(private readonly files: Files) {}

  static async create(folder: string, span: Span, dirt: Dirt): Promise<Extracts> {
    const months = monthColumns(span);
    const sources = Object.keys(LAYOUTS) as SourceName[];
    const entries = sources.map(
      async (source) => [source, await ExtractFile.create(source, folder, months, dirt)] as const,
    );
    return new Extracts(Object.fromEntries(await Promise.all(entries)) as unknown as Files);
  }

  /** Writes the series of a company that was active in the months covered. */
  writeSeries(history: History): void {
    const { files } = this;
    writeDues(files.cotisation, history);
    writeDebts(files.debit, history);
    writePlans(files.delai, history);
    writeSpreads(files.ccsf, history);
    writeSiteHeadcounts(files.effectif, history);
    writeCompanyHeadcounts(files.effectif_ent, history);
    writeShortTime(files.apdemande, files.apconso, history);
    writeBalanceSheets(files.ratios_inpi, history);
  }

  /** Writes what registers keep of any company, closed long ago or not. */
  writeRegisters(history: History): void {
    const { files } = this;
    writeJudgments(files.procol, history);
    writeAccounts(files.comptes, history);
    writeEstablishments(files.sirene, files.sirene_histo, history);
    writeLegalUnit(files.sirene_ul, history);
  }

  /** Lets the disk follow: what is held in memory stays bounded. */
  async drain(): Promise<void> {
    for (const file of Object.values(this.files)) await file.drain();
  }

  async close(): Promise<ExtractSummary[]> {
    const summaries: ExtractSummary[] = [];
    for (const file of Object.values(this.files)) {
      const sha256 = await file.close();
      const { source, rows, bytes } = file;
      summaries.push({ source, file: LAYOUTS[source].fileName, rows, bytes, sha256 });
    }
    return summaries;
  }
}

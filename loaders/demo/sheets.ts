import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import { writeAccounts } from "./accountFile.js";
import type { Activity } from "./activity/activity.js";
import { writeFollowUps } from "./activity/followUpFile.js";
import type { Listed } from "./activity/listed.js";
import { writeListings } from "./activity/listFile.js";
import { writeRatings } from "./activity/ratingFile.js";
import { writeExports, writeUsage } from "./activity/usageFile.js";
import { writeBalanceSheets } from "./balanceSheetFile.js";
import { writeConventions } from "./budget/conventionFile.js";
import { writeSpending } from "./budget/spendingFile.js";
import type { Span } from "./calendar.js";
import { writeCasualStaff } from "./casualStaffFile.js";
import { writeCentralBank } from "./centralBankFile.js";
import { writeDebts } from "./debtFile.js";
import { writeDues } from "./duesFile.js";
import type { Edition } from "./edition.js";
import { writeCompanyHeadcounts, writeSiteHeadcounts } from "./headcountFiles.js";
import type { History } from "./history.js";
import { writeJudgments } from "./judgmentFile.js";
import { writeMatches } from "./needs/matchFile.js";
import { writePaydex, writePaydexStock } from "./paydexFiles.js";
import { writePlans, writeSpreads } from "./planFiles.js";
import { type Lines, Sheet } from "./sheet.js";
import { writeShortTime } from "./shortTimeFiles.js";
import { writeEstablishments, writeLegalUnit } from "./sireneFiles.js";

type BySource = { [S in SourceName]: Sheet<S> };

/** The lines of some companies in every extract. */
export class Sheets {
  private readonly of: BySource;

  constructor(edition: Edition) {
    const sources = Object.keys(LAYOUTS) as SourceName[];
    const entries = sources.map((source) => [source, new Sheet(source, edition)] as const);
    this.of = Object.fromEntries(entries) as unknown as BySource;
  }

  /** Writes the series of a company that was active in the months covered. */
  writeSeries(history: History): void {
    writeDues(this.of.cotisation, history);
    writeDebts(this.of.debit, history);
    writePlans(this.of.delai, history);
    writeSpreads(this.of.ccsf, history);
    writeSiteHeadcounts(this.of.effectif, history);
    writeCompanyHeadcounts(this.of.effectif_ent, history);
    writeShortTime(this.of.apdemande, this.of.apconso, history);
    writeBalanceSheets(this.of.ratios_inpi, history);
    writeCasualStaff(this.of.cotisation, history);
    writePaydex(this.of.paydex, history);
    writePaydexStock(this.of.paydex_stock, history);
    writeMatches(this.of.mises_en_relation, history);
  }

  /** Writes what registers keep of any company, closed long ago or not. */
  writeRegisters(history: History): void {
    writeJudgments(this.of.procol, history);
    writeAccounts(this.of.comptes, history);
    writeEstablishments(this.of.sirene, this.of.sirene_histo, history);
    writeLegalUnit(this.of.sirene_ul, history);
    writeCentralBank(this.of.bdf, history);
  }

  /** Writes what the service did about a company that was active in the months covered. */
  writeActivity(history: History, activity: Activity): void {
    writeListings(this.of.listes_detection, history, activity);
    writeUsage(this.of.journal_usage, history, activity);
    writeRatings(this.of.evaluations_liste, history, activity);
    writeFollowUps(this.of.accompagnements, history, activity);
  }

  /** Writes what concerns no company in particular, once all of them are known. */
  writeWhole(seed: number, span: Span, listed: Listed): void {
    writeExports(this.of.journal_usage, seed, span, listed);
    writeConventions(this.of.conventions, span.end);
    writeSpending(this.of.depenses, seed, span.end);
  }

  get lines(): Lines[] {
    return Object.values(this.of).map((sheet) => sheet.lines);
  }
}

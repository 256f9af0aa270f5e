import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StepName } from "../../loaders/flow.js";
import type { JournalEvent } from "../../loaders/history/entry.js";
import { PRINT } from "../../loaders/ingest/publish.js";
import type { IngestReport } from "../../loaders/ingest/report.js";
import type { BatchTable } from "../../src/lib/tables.js";
import { digest } from "./actions.js";
import type { Fingerprint } from "./fingerprint.js";
import type { LockedStep } from "./lock.js";
import { agentTables, type Places, type Subject } from "./places.js";

/** A step that was just run. */
export interface RanStep {
  step: StepName;
  places: Places;
  subject: Subject;
  /** Its inputs and its code before it ran, its outputs after. */
  state: LockedStep;
  summary: unknown;
}

/** What the journal must tell of a step: a snapshot or a site was published; undefined otherwise. */
export function eventOf(ran: RanStep): JournalEvent | undefined {
  if (ran.step === "ingest") return ingested(ran);
  if (ran.step === "site" || ran.step === "agents") return siteBuilt(ran);
  return undefined;
}

function ingested({ state, subject, summary }: RanStep): JournalEvent {
  const { files, alerts, snapshot } = summary as IngestReport;
  const manifest = readFileSync(join(snapshot, "manifest.json"));
  const outputs = createHash("sha256").update(manifest).digest("hex");
  const accepted = Object.fromEntries(
    alerts.flatMap(({ id, accepted: reason }) => (reason === null ? [] : [[id, reason]])),
  );
  return {
    event: "ingest",
    batch: subject.batch,
    snapshot: outputs.slice(0, PRINT),
    inputs: Object.fromEntries(files.map(({ file, sha256 }) => [file, sha256])),
    outputs,
    code: digest(state.code),
    ...(Object.keys(accepted).length > 0 ? { accepted } : {}),
  };
}

function siteBuilt({ step, places, subject, state }: RanStep): JournalEvent {
  const tables = join(places.tables, subject.batch);
  const { snapshot } = JSON.parse(readFileSync(join(tables, "batch.json"), "utf8")) as BatchTable;
  const sheets = agentTables(places, subject);
  const within = (folder: string) => entriesBelow(state.inputs, folder);
  return {
    event: "publish",
    audience: step === "site" ? subject.audience : `agents ${subject.space}`,
    batch: subject.batch,
    snapshot: snapshot.slice(0, PRINT),
    inputs: {
      ...Object.fromEntries(within(tables)),
      // One print for them all: their names hold identifiers of companies.
      ...(step === "agents" && existsSync(sheets) ? { sheets: printOf(within(sheets)) } : {}),
    },
    outputs: printOf(Object.entries(state.outputs)),
    code: digest({
      ...state.code,
      ...Object.fromEntries(codeInputs(state.inputs, tables, sheets)),
    }),
  };
}

/** Files below a folder, by their path in it. */
function entriesBelow(files: Fingerprint, folder: string): [string, string][] {
  return Object.entries(files).flatMap(([path, hash]) =>
    path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), hash]] : [],
  );
}

/** Pages and settings of the site, which are code as well. */
function codeInputs(files: Fingerprint, ...data: string[]): [string, string][] {
  return Object.entries(files).filter(
    ([path]) => !data.some((folder) => path.startsWith(`${folder}/`)),
  );
}

function printOf(files: readonly (readonly [string, string])[]): string {
  return createHash("sha256").update(JSON.stringify(files)).digest("hex");
}

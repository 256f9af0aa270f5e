import { join } from "node:path";
import type { Command } from "commander";
import type { IngestReport } from "../../loaders/ingest/report.js";
import type { PerimeterMonths } from "../../loaders/perimeterRule.js";
import type { Acceptance } from "../../loaders/watch/accept.js";
import { describeAlerts } from "../../loaders/watch/describeAlerts.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { acceptancesOf, alertsError, keepAcceptances } from "../acceptances.js";
import { acceptOption } from "../acceptOption.js";
import { Flow } from "../flow/runner.js";
import { describeHistory } from "../history.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { perimeterMonthsOption } from "../perimeterMonths.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  extracts?: string;
  snapshots?: string;
  perimeter?: string;
  perimeterMonths?: PerimeterMonths;
  filter: boolean;
  allowIncomplete: boolean;
  accept?: Acceptance[];
}

/** Messages shown per file; the report and the rejects file hold the others. */
const SHOWN = 5;

export function ingestCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "ingest",
      "Lit, contrôle et fige les extractions d’un lot en un instantané Parquet.",
      "vigie ingest --batch 2610 --extracts data/extracts --snapshots data/snapshots",
    ),
  )
    .option("--extracts <dossier>", "dossier des extractions (contenant ou non un dossier par lot)")
    .option("--snapshots <dossier>", "dossier des instantanés")
    .option("--perimeter <fichier>", "périmètre : un fichier à une colonne « siren »")
    .addOption(perimeterMonthsOption())
    .addOption(acceptOption())
    .option("--no-filter", "accepte un lot sans périmètre : toutes les lignes sont gardées")
    .option("--allow-incomplete", "publie l’instantané même si un fichier est illisible", false)
    .action((options: Options) => ingest(options, terminal));
}

async function ingest(options: Options, terminal: Terminal): Promise<void> {
  const { filter, perimeter, perimeterMonths, allowIncomplete, accept = [] } = options;
  const usual = placesFrom(options);
  const places = {
    ...usual,
    extracts: options.extracts ?? usual.extracts,
    snapshots: options.snapshots ?? usual.snapshots,
    ...(options.snapshots ? besideSnapshots(options.snapshots) : {}),
  };
  const batch = chooseBatch(options.batch, places);
  const accepted = acceptancesOf(places.acceptances, batch, accept);
  const flow = new Flow({
    places,
    batch,
    spec: specName(DEFAULT_SPEC),
    audience: "public",
    parameters: {
      ingest: {
        perimeter,
        perimeterMonths,
        ...(filter ? {} : { filter }),
        ...(allowIncomplete ? { allowIncomplete } : {}),
        ...(Object.keys(accepted).length > 0 ? { accepted } : {}),
      },
    },
  });
  try {
    const [step] = await flow.run(["ingest"], { force: true, observer: observe(terminal) });
    const report = step!.summary as IngestReport;
    describe(report, terminal);
    keepAcceptances(places.acceptances, batch, accept, report.alerts);
    const alarm = alertsError(batch, report.alerts, report);
    if (alarm) throw alarm;
    terminal.document(report);
  } catch (error) {
    if (error instanceof VigieError && error.code === "incomplete-batch") {
      terminal.fail();
      describe(error.details as IngestReport, terminal);
    }
    throw error;
  }
}

/** What a run keeps beside snapshots that are not in their usual place. */
function besideSnapshots(snapshots: string) {
  return {
    lock: join(snapshots, ".flow.lock.json"),
    journal: join(snapshots, ".journal.jsonl"),
    acceptances: join(snapshots, ".acceptances.json"),
  };
}

function describe(report: IngestReport, terminal: Terminal): void {
  const rows = report.files.map((file) => [
    file.file,
    file.source ?? "non reconnu",
    ...[file.parsed, file.valid, file.rejected, file.skipped, file.blank].map((count) =>
      formatNumber(count),
    ),
  ]);
  const head = ["fichier", "source", "lues", "valides", "rejetées", "écartées", "vides"];
  terminal.table(head, rows, [2, 3, 4, 5, 6]);
  for (const { file, messages } of report.files) {
    for (const message of messages.slice(0, SHOWN)) terminal.say(`${file}  ${message}`);
    const rest = messages.length - SHOWN;
    if (rest > 0) terminal.say(`${file}  … et ${rest} autres messages dans le rapport (--json)`);
  }
  terminal.say(`Périmètre : ${report.perimeter.detail}`);
  for (const line of describeHistory(report)) terminal.say(line);
  for (const line of describeAlerts(report.alerts)) terminal.say(line);
}

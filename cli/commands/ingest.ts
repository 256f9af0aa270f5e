import { join } from "node:path";
import type { Command } from "commander";
import type { IngestReport } from "../../loaders/ingest/report.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { Flow } from "../flow/runner.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  extracts?: string;
  snapshots?: string;
  perimeter?: string;
  filter: boolean;
  allowIncomplete: boolean;
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
    .option("--no-filter", "accepte un lot sans périmètre : toutes les lignes sont gardées")
    .option("--allow-incomplete", "publie l’instantané même si un fichier est illisible", false)
    .action((options: Options) => ingest(options, terminal));
}

async function ingest(options: Options, terminal: Terminal): Promise<void> {
  const { filter, perimeter, allowIncomplete } = options;
  const usual = placesFrom(options);
  const places = {
    ...usual,
    extracts: options.extracts ?? usual.extracts,
    snapshots: options.snapshots ?? usual.snapshots,
    lock: options.snapshots ? join(options.snapshots, ".flow.lock.json") : usual.lock,
  };
  const batch = chooseBatch(options.batch, places);
  const flow = new Flow({
    places,
    batch,
    spec: specName(DEFAULT_SPEC),
    audience: "public",
    parameters: { ingest: { filter, perimeter, allowIncomplete } },
  });
  try {
    const [step] = await flow.run(["ingest"], { force: true, observer: observe(terminal) });
    describe(step!.summary as IngestReport, terminal);
    terminal.document(step!.summary);
  } catch (error) {
    if (error instanceof VigieError && error.details) {
      terminal.fail();
      describe(error.details as IngestReport, terminal);
    }
    throw error;
  }
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
}

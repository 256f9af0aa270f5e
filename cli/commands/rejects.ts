import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { withDuckDB } from "../../loaders/duckdb.js";
import { readManifest } from "../../loaders/ingest/manifest.js";
import {
  chosenFiles,
  type FileFault,
  type FileReject,
  faultsOfFiles,
  type RejectChoice,
  rejectsOfFiles,
} from "../../loaders/ingest/rejectedFiles.js";
import { VigieError } from "../../src/lib/error.js";
import { FAULT_CODES, FAULTS, faultOf, isFaultCode } from "../../src/lib/faults/faults.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { toSpreadsheet } from "../../src/lib/spreadsheet.js";
import {
  batchesIn,
  chooseBatch,
  type PlaceOptions,
  placesFrom,
  wholeNumber,
  withPlaces,
} from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions, RejectChoice {
  batch?: string;
  snapshots?: string;
  limit: number;
  csv?: string;
}

/** Rows shown unless told: about a screen. */
const SHOWN = 20;

/** Raw lines hold identifiers: nobody but their owner reads the file they are copied to. */
const PRIVATE = 0o600;

export function rejectsCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "rejects",
      "Montre les lignes rejetées d’un lot : numéro, colonne, valeur, motif, et la ligne telle qu’elle était.",
      "vigie rejects --batch 2610 --source debit --code type-error",
    ),
  )
    .option("--snapshots <dossier>", "dossier des instantanés")
    .option("--source <nom>", "source à montrer (par défaut : toutes)")
    .option("--file <nom>", "fichier à montrer (par défaut : tous)")
    .option("--code <code>", "anomalie à montrer (par défaut : toutes)")
    .option("--limit <n>", "lignes à montrer", wholeNumber(1), SHOWN)
    .option("--csv <fichier>", "copie toutes les lignes choisies dans un fichier CSV")
    .action((options: Options) => rejects(options, terminal));
}

async function rejects(options: Options, terminal: Terminal): Promise<void> {
  const { code, limit, csv } = options;
  if (code !== undefined && !isFaultCode(code)) throw unknownCode(code);
  const { batch, snapshot } = findSnapshot(options);
  const files = chosenFiles(await readManifest(snapshot), options);
  const faults = faultsOfFiles(files, code);
  const all = csv === undefined ? limit : undefined;
  const rows = await withDuckDB((connection) =>
    rejectsOfFiles(connection, snapshot, files, { code, limit: all }),
  );
  if (csv !== undefined) await writeFile(csv, toSpreadsheet(COLUMNS, rows), { mode: PRIVATE });
  describe(batch, faults, rows.slice(0, limit), terminal);
  if (csv !== undefined)
    terminal.say(`${formatCount(rows.length, "ligne écrite", "lignes écrites")} dans ${csv}`);
  terminal.document({ batch, snapshot, faults, rejects: rows.slice(0, limit) });
}

/** The last attempt: what was put aside as incomplete is what a person has to look at. */
function findSnapshot(options: Options): { batch: string; snapshot: string } {
  const usual = placesFrom(options);
  const places = { ...usual, snapshots: options.snapshots ?? usual.snapshots };
  const read = batchesIn(places.snapshots);
  const aside = (key: string) => join(places.snapshots, `${key}.incomplete`);
  const batch = options.batch
    ? chooseBatch(options.batch, places)
    : (read.at(-1) ?? chooseBatch(undefined, places));
  if (existsSync(aside(batch))) return { batch: `${batch} (incomplet)`, snapshot: aside(batch) };
  if (read.includes(batch)) return { batch, snapshot: join(places.snapshots, batch) };
  throw new VigieError(
    "snapshot-missing",
    `le lot ${batch} n’a pas été importé dans ${places.snapshots}`,
    read.length > 0
      ? `Choisir parmi : ${read.join(", ")}`
      : `Lancer d’abord « vigie ingest --batch ${batch} »`,
    2,
  );
}

function unknownCode(code: string): VigieError {
  return new VigieError(
    "unknown-code",
    `« ${code} » n’est pas une anomalie du vocabulaire`,
    `Choisir parmi : ${FAULT_CODES.filter((known) => FAULTS[known].effect === "rejected").join(", ")}`,
    2,
  );
}

const COLUMNS = [
  { label: "fichier", value: (row: FileReject) => row.file },
  { label: "ligne", value: (row: FileReject) => row.line },
  { label: "anomalie", value: (row: FileReject) => row.code },
  { label: "colonne", value: (row: FileReject) => row.column },
  { label: "valeur", value: (row: FileReject) => row.value },
  { label: "motif", value: (row: FileReject) => row.message },
  { label: "ligne d’origine", value: (row: FileReject) => row.raw },
];

function describe(
  batch: string,
  faults: readonly FileFault[],
  rows: readonly FileReject[],
  terminal: Terminal,
): void {
  if (faults.length === 0) {
    terminal.say(`Lot ${batch} : aucune ligne rejetée.`);
    return;
  }
  terminal.say(`Lot ${batch}`);
  terminal.table(
    ["fichier", "anomalie", "colonne", "lignes", "ce que c’est"],
    faults.map(({ file, code, column, rows: count }) => [
      file,
      code,
      column ?? "",
      count === 0 ? "fatale" : formatNumber(count),
      faultOf(code).title,
    ]),
    [3],
  );
  for (const { file, line, column, message, code, raw } of rows) {
    const where = column === null ? `ligne ${line}` : `ligne ${line}, colonne ${column}`;
    terminal.say(`\n${file}, ${where} : ${message} [${code}]`);
    terminal.say(`  ${printable(raw)}`);
  }
  const rest = faults.reduce((total, { rows: count }) => total + count, 0) - rows.length;
  if (rest > 0)
    terminal.say(`\n… et ${formatCount(rest, "autre ligne", "autres lignes")} (--limit, --csv)`);
}

/** A line as a terminal can show it: a file may hold what would move its cursor. */
function printable(raw: string): string {
  return raw.replace(/\p{Cc}/gu, "\ufffd");
}

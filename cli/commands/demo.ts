import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { DemoSummary } from "../../loaders/demo/demo.js";
import { GENERATIONS, type Generation } from "../../loaders/demo/generation.js";
import { batchBefore, parseBatch } from "../../src/lib/batch.js";
import { formatBytes, formatNumber } from "../../src/lib/format/number.js";
import { batchesIn, share, wholeNumber } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options {
  batch: string;
  batches: number;
  companies: number;
  months: number;
  seed: number;
  dirt: number;
  generation: Generation;
  out: string;
  ifAbsent: boolean;
}

/** From this many companies on, threads are worth their start (about a second). */
const WORTH_THREADS = 5000;

export function demoCommand(terminal: Terminal): Command {
  return createCommand(
    "demo",
    "Écrit des extractions mensuelles fictives aux formats exacts des partenaires.",
    "vigie demo --batch 2610 --companies 3000 --months 72 --seed 1 --dirt 0.002",
  )
    .option("--batch <clé>", "lot à écrire", "2610")
    .option(
      "--batches <n>",
      "lots à écrire, mois après mois, le dernier étant --batch",
      wholeNumber(1),
      1,
    )
    .option("--companies <n>", "nombre d’entreprises", wholeNumber(1), 3000)
    .option("--months <n>", "mois d’historique des séries", wholeNumber(1), 72)
    .option("--seed <n>", "graine du tirage", wholeNumber(0), 1)
    .option("--dirt <part>", "part de lignes défectueuses, comme dans les vrais fichiers", share, 0)
    .addOption(
      new Option(
        "--generation <forme>",
        "forme des fichiers Urssaf, sans SIRET avant décembre 2025",
      )
        .choices(GENERATIONS)
        .default("avec-siret"),
    )
    .option("--out <dossier>", "dossier des extractions", "data/extracts")
    .option("--if-absent", "ne fait rien si des extractions sont déjà présentes", false)
    .action((options: Options) => demo(options, terminal));
}

async function demo(options: Options, terminal: Terminal): Promise<void> {
  const { ifAbsent, out } = options;
  const last = parseBatch(options.batch);
  const present = batchesIn(out).at(-1);
  if (ifAbsent && present) {
    terminal.say(`Extractions déjà présentes dans ${join(out, present)} : rien à fabriquer.`);
    terminal.document({ batch: present, written: false });
    return;
  }
  for (let before = options.batches - 1; before > 0; before--)
    await write(options, batchBefore(last, before), terminal);
  const summary = await write(options, last.key, terminal);
  describe(summary, terminal);
  terminal.document({ written: true, ...summary });
}

async function write(
  { ifAbsent: _, batches: __, ...options }: Options,
  batch: string,
  terminal: Terminal,
): Promise<DemoSummary> {
  const { writeDemo } = await import("../../loaders/demo/demo.js");
  const label = `Fabrication d’extractions fictives (lot ${batch}, ${options.companies} entreprises, ${options.months} mois)`;
  terminal.start(label);
  const summary = await writeDemo({
    ...options,
    batch,
    workers: options.companies < WORTH_THREADS ? 1 : availableParallelism(),
    progress: (event) => terminal.progress(label, event),
  });
  terminal.succeed(`${label} : ${summary.files.length} fichiers dans ${summary.folder}`);
  return summary;
}

/** The files written, with their lines and sizes. */
function describe({ files }: DemoSummary, terminal: Terminal): void {
  terminal.table(
    ["Fichier", "Lignes", "Taille"],
    files.map(({ file, rows, bytes }) => [file, formatNumber(rows), formatBytes(bytes)]),
    [1, 2],
  );
}

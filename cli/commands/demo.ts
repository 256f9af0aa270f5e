import { join } from "node:path";
import type { Command } from "commander";
import { parseBatch } from "../../src/lib/batch.js";
import { batchesIn, share, wholeNumber } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options {
  batch: string;
  companies: number;
  months: number;
  seed: number;
  dirt: number;
  out: string;
  ifAbsent: boolean;
}

export function demoCommand(terminal: Terminal): Command {
  return createCommand(
    "demo",
    "Écrit des extractions mensuelles fictives aux formats exacts des partenaires.",
    "vigie demo --batch 2610 --companies 3000 --months 72 --seed 1 --dirt 0.002",
  )
    .option("--batch <clé>", "lot à écrire", "2610")
    .option("--companies <n>", "nombre d’entreprises", wholeNumber(1), 3000)
    .option("--months <n>", "mois d’historique des séries", wholeNumber(1), 72)
    .option("--seed <n>", "graine du tirage", wholeNumber(0), 1)
    .option("--dirt <part>", "part de lignes défectueuses, comme dans les vrais fichiers", share, 0)
    .option("--out <dossier>", "dossier des extractions", "data/extracts")
    .option("--if-absent", "ne fait rien si des extractions sont déjà présentes", false)
    .action((options: Options) => demo(options, terminal));
}

async function demo(options: Options, terminal: Terminal): Promise<void> {
  const { ifAbsent, out, ...parameters } = options;
  const { key: batch } = parseBatch(options.batch);
  const present = batchesIn(out).at(-1);
  if (ifAbsent && present) {
    terminal.say(`Extractions déjà présentes dans ${join(out, present)} : rien à fabriquer.`);
    terminal.document({ batch: present, written: false });
    return;
  }
  const { writeDemo } = await import("../../loaders/demo/demo.js");
  const label = `Fabrication d’extractions fictives (${options.companies} entreprises, ${options.months} mois)`;
  terminal.start(label);
  const summary = await writeDemo({
    ...parameters,
    batch,
    out,
    progress: (event) => terminal.progress(label, event),
  });
  terminal.succeed(`${label} : ${summary.files.length} fichiers dans ${summary.folder}`);
  terminal.document({ written: true, ...summary });
}

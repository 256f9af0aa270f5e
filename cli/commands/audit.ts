import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { ecoGrade, ecoIndex } from "../../src/lib/ecoIndex.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { createCommand } from "../program.js";
import { checkSite } from "../site/check.js";
import { overBudget, type PageWeight, weighPages } from "../site/weight.js";
import type { Terminal } from "../terminal.js";

/** Pages shown, heaviest first. */
const SHOWN = 10;

export function auditCommand(terminal: Terminal): Command {
  return createCommand(
    "audit",
    "Relit le site public construit : secret, liens, aucun appel extérieur, poids et EcoIndex de chaque page.",
    "vigie audit --dist dist",
  )
    .option("--dist <dossier>", "dossier des sites construits", "dist")
    .action(({ dist }: { dist: string }) => audit(join(dist, "public"), terminal));
}

async function audit(folder: string, terminal: Terminal): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) throw noSite(folder);
  terminal.start("Relecture du site");
  await checkSite(folder);
  const weights = await weighPages(folder);
  terminal.succeed(`Relecture de ${formatNumber(weights.length)} pages`);
  const rated = weights
    .map((page) => ({ ...page, ecoIndex: ecoIndex(page) }))
    .sort((a, b) => a.ecoIndex - b.ecoIndex || (a.file < b.file ? -1 : 1));
  for (const page of rated.slice(0, SHOWN)) terminal.say(pageLine(page, page.ecoIndex));
  const problems = weights.flatMap(overBudget);
  terminal.document({ folder, pages: rated, problems });
  if (problems.length > 0) throw tooHeavy(problems);
}

function pageLine({ file, nodes, requests, kilobytes }: PageWeight, score: number): string {
  return `${ecoGrade(score)} ${formatNumber(score, 0)}  ${file} : ${formatNumber(nodes)} éléments, ${requests} requêtes, ${formatNumber(kilobytes, 0)} ko`;
}

function noSite(folder: string): VigieError {
  return new VigieError(
    "no-site",
    `aucun site dans ${folder}`,
    "Construisez-le avec « npx vigie run » ou « npx vigie site », ou donnez son dossier avec --dist.",
    2,
  );
}

function tooHeavy(problems: readonly string[]): VigieError {
  return new VigieError(
    "heavy-pages",
    `des pages dépassent leur budget :\n- ${problems.join("\n- ")}\n`,
    "Allégez-les : moins de lignes montrées d’abord, moins de graphiques par page.",
    1,
    problems,
  );
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { RowExplanation } from "../../models/score/explainRow.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber, formatPercent } from "../../src/lib/format/number.js";
import { groupLabel } from "../../src/lib/labels.js";
import { LEVELS } from "../../src/lib/levels.js";
import { reasonInWords, reasonsOf, signsOf } from "../../src/lib/reasons.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options {
  model: string;
  row: string;
  registry: string;
}

export function explainCommand(terminal: Terminal): Command {
  return createCommand(
    "explain",
    "Explique le score d’une entreprise donnée par les valeurs de ses variables.",
    "vigie explain --model combinaison-2610 --row entreprise.json",
  )
    .requiredOption("--model <identifiant>", "modèle du registre")
    .requiredOption("--row <fichier>", 'JSON : {"ratio_dette": 1.5, "section": "C", …}')
    .option("--registry <dossier>", "registre des modèles", "models/registry")
    .action((options: Options) => explain(options, terminal));
}

async function explain(options: Options, terminal: Terminal): Promise<void> {
  const { explainRow } = await import("../../models/score/explainRow.js");
  const { featuresOf } = await import("../../models/score/features.js");
  const { readModel } = await import("../../models/score/readModel.js");
  const { rowFrame } = await import("../../models/score/rowFrame.js");
  const model = await readModel(join(options.registry, options.model, "model.json"));
  const values = await readRow(options.row);
  const explanation = explainRow(model, rowFrame(values, featuresOf(model), options.row));
  describe(explanation, terminal);
  terminal.document(explanation);
}

async function readRow(file: string): Promise<Record<string, unknown>> {
  const read = await readFile(file, "utf8").then(
    (text) => parse(text),
    (cause: Error) => cause,
  );
  if (!(read instanceof Error) && typeof read === "object" && read && !Array.isArray(read))
    return read as Record<string, unknown>;
  throw new VigieError(
    "row-file",
    `${file} ne décrit pas une entreprise${read instanceof Error ? ` (${read.message})` : ""}`,
    "Donnez un objet JSON : un nom de variable, une valeur ; null quand elle est inconnue.",
    2,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return cause;
  }
}

function describe(explanation: RowExplanation, terminal: Terminal): void {
  const { eta, probability, level, thresholds, base, contributions, groups } = explanation;
  const percent = (share: number) => formatPercent(100 * share);
  terminal.say(
    `Probabilité ${percent(probability)} (${LEVELS[level].label} ; seuils ${percent(thresholds.modere)} et ${percent(thresholds.fort)}).`,
  );
  terminal.table(
    ["signe", "valeur", "famille", "contribution"],
    signsOf(contributions).map(({ label, words, group, contribution }) => [
      label,
      words,
      groupLabel(group),
      formatNumber(contribution, 3),
    ]),
    [3],
  );
  terminal.table(
    ["famille", "contribution", "part", "axe du radar"],
    groups.map(({ group, contribution, share, radar }) => [
      groupLabel(group),
      formatNumber(contribution, 3),
      percent(share),
      formatNumber(radar, 2),
    ]),
    [1, 2, 3],
  );
  terminal.say(
    `Base ${formatNumber(base, 3)} + contributions = ${formatNumber(eta, 3)} (logarithme des cotes, avant calage).`,
  );
  const { worrying, reassuring } = reasonsOf(contributions);
  for (const [title, reasons] of [
    ["Ce qui inquiète", worrying],
    ["Ce qui rassure", reassuring],
  ] as const)
    terminal.say(`${title} : ${reasons.map(reasonInWords).join(" ; ") || "rien de net"}.`);
}

import { join } from "node:path";
import type { Command } from "commander";
import type { Comparison } from "../../models/evaluate/compareScores.js";
import { formatNumber } from "../../src/lib/format/number.js";
import type { Estimate } from "../../src/lib/metrics/clusterBootstrap.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec: string;
  scores: string;
  out?: string;
}

export function compareCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "compare",
      "Compare des scores produits ailleurs à ceux du modèle, et les combine.",
      "vigie compare --scores scores-dgfip.csv --out combines.csv",
    ),
  )
    .requiredOption("--scores <fichier>", "CSV : siren, probability, date")
    .option("--spec <fichier>", "spécification du modèle", `models/specs/${DEFAULT_SPEC}.ts`)
    .option("--out <fichier>", "écrit les scores combinés en CSV")
    .action((options: Options) => compare(options, terminal));
}

async function compare(options: Options, terminal: Terminal): Promise<void> {
  const { compareScores } = await import("../../models/evaluate/compareScores.js");
  const { readManifest } = await import("../../loaders/ingest/manifest.js");
  const { modelId } = await import("../../models/modelId.js");
  const { readSpec } = await import("../../models/specs/readSpec.js");
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const spec = await readSpec(specName(options.spec));
  const { fictitious } = await readManifest(join(places.snapshots, batch));
  const comparison = await compareScores({
    features: join(places.features, batch, "features.parquet"),
    model: join(places.registry, modelId(spec.name, batch, fictitious), "model.json"),
    spec,
    scores: options.scores,
    out: options.out,
  });
  describe(comparison, terminal);
  terminal.document(comparison);
}

function describe(comparison: Comparison, terminal: Terminal): void {
  const { read, matched, rows, companies, events, agreement, stack } = comparison;
  terminal.say(
    `${formatNumber(read)} scores lus, ${formatNumber(matched)} rapprochés ; comparés sur ${formatNumber(rows)} mois de ${formatNumber(companies)} entreprises du test, dont ${formatNumber(events)} suivis d’une procédure`,
  );
  const line = (label: string, measures: Comparison["ours"]) => [
    label,
    interval(measures.auc, 3),
    interval(measures.averagePrecision, 3),
    interval(measures.logLoss, 4),
    interval(measures.slope, 2),
  ];
  terminal.table(
    ["score", "AUC", "précision moyenne", "log-perte", "pente"],
    [
      line("modèle", comparison.ours),
      line("ailleurs", comparison.theirs),
      line("combinés", comparison.stacked),
    ],
    [1, 2, 3, 4],
  );
  const { ours, theirs } = stack.weights;
  terminal.say(
    `Poids : modèle ${formatNumber(ours.estimate, 2)} (± ${formatNumber(ours.stdError, 2)}), ailleurs ${formatNumber(theirs.estimate, 2)} (± ${formatNumber(theirs.stdError, 2)}). Gain d’AUC de la combinaison : ${interval(comparison.gain.auc, 3)}. Accord : corrélation des rangs ${formatNumber(agreement.rank, 2)}.`,
  );
}

function interval({ value, low, high }: Estimate, decimals: number): string {
  if (value === null) return "—";
  const text = formatNumber(value, decimals);
  if (low === null || high === null) return text;
  return `${text} (${formatNumber(low, decimals)} à ${formatNumber(high, decimals)})`;
}

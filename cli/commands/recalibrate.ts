import { join } from "node:path";
import type { Command } from "commander";
import { formatNumber } from "../../src/lib/format/number.js";
import type { Model } from "../../src/lib/model.js";
import { chooseBatch, type PlaceOptions, placesFrom, share, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions {
  batch?: string;
  model: string;
  rate?: number;
}

export function recalibrateCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "recalibrate",
      "Recale la probabilité d’un modèle quand le risque moyen a bougé, sans toucher ses coefficients.",
      "vigie recalibrate --model combinaison-2609 --batch 2610 --rate 0.03",
    ),
  )
    .requiredOption("--model <identifiant>", "modèle du registre")
    .option(
      "--rate <part>",
      "part attendue de défaillances ; sans elle, les dernières issues connues décident",
      share,
    )
    .action((options: Options) => recalibrate(options, terminal));
}

async function recalibrate(options: Options, terminal: Terminal): Promise<void> {
  const { recalibrateModel } = await import("../../models/fit/recalibrate.js");
  const { readManifest } = await import("../../loaders/ingest/manifest.js");
  const { checkApplicable } = await import("../../models/score/applicable.js");
  const { readModel } = await import("../../models/score/readModel.js");
  const { readSpec } = await import("../../models/specs/readSpec.js");
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const file = join(places.registry, options.model, "model.json");
  const model = await readModel(file);
  checkApplicable(model, await readManifest(join(places.snapshots, batch)));
  const recalibrated = await recalibrateModel({
    features: join(places.features, batch, "features.parquet"),
    model: file,
    spec: await readSpec(model.spec),
    batch,
    rate: options.rate,
  });
  terminal.say(inWords(recalibrated));
  const { id, recalibration, calibration, evaluation } = recalibrated;
  terminal.document({ id, recalibration, calibration: calibration.map, evaluation });
}

function inWords({ id, recalibration }: Model): string {
  const { intercept, slope, rate } = recalibration!;
  return `${id} : log-cotes décalées de ${formatNumber(intercept, 3)}, pente ${formatNumber(slope, 3)}, pour un taux de ${formatNumber(100 * rate, 2)}\u202f%. Notez avec « vigie score --model ${id} ».`;
}

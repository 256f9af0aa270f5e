import { join } from "node:path";
import type { Command } from "commander";
import type { StepName } from "../../loaders/flow.js";
import { readManifest } from "../../loaders/ingest/manifest.js";
import { checkApplicable } from "../../models/score/applicable.js";
import { readModel } from "../../models/score/readModel.js";
import { VigieError } from "../../src/lib/error.js";
import type { Model } from "../../src/lib/model.js";
import { Flow } from "../flow/runner.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec?: string;
  model?: string;
}

/** Specification fitted when none is named. */
export const DEFAULT_SPEC = "combinaison";

export const featuresCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "features", "Calcule les variables par entreprise et par mois.");

export const fitCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "fit", "Ajuste le modèle sur les variables.").option(
    "--spec <fichier>",
    "spécification du modèle",
    `models/specs/${DEFAULT_SPEC}.ts`,
  );

export const evaluateCommand = (terminal: Terminal): Command =>
  stepCommand(
    terminal,
    "evaluate",
    "Évalue le modèle : segments, points de comparaison, retour en arrière, dérive.",
  ).option("--model <identifiant>", "modèle du registre, sur le lot où il a été ajusté");

export const scoreCommand = (terminal: Terminal): Command =>
  stepCommand(
    terminal,
    "score",
    "Calcule les scores, les contributions et les niveaux d’alerte.",
  ).option("--model <identifiant>", "modèle du registre, ajusté sur ce lot ou un lot précédent");

/** A command that runs one step of the flow, whether it is out of date or not. */
function stepCommand(terminal: Terminal, name: StepName, summary: string): Command {
  return withPlaces(
    createCommand(name, summary, `vigie ${name} --batch 2610`).action(async (options: Options) => {
      const places = placesFrom(options);
      const model = options.model
        ? await readModel(join(places.registry, options.model, "model.json"))
        : undefined;
      const batch = model && !options.batch ? model.batch : chooseBatch(options.batch, places);
      if (model && name === "evaluate") checkOwnBatch(model, batch);
      if (model) checkApplicable(model, await readManifest(join(places.snapshots, batch)));
      const spec = model?.spec ?? specName(options.spec ?? DEFAULT_SPEC);
      const flow = new Flow({
        places,
        batch,
        spec,
        ...(model ? { model: model.id } : {}),
        audience: "public",
      });
      const [report] = await flow.run([name], { force: true, observer: observe(terminal) });
      sayWarnings(report?.summary, terminal);
      terminal.document({ batch, ...report });
    }),
  );
}

/** The companies a model has not seen are those of the batch it was fitted on. */
function checkOwnBatch({ id, batch: own, spec }: Model, batch: string): void {
  if (batch === own) return;
  throw new VigieError(
    "model-batch",
    `le modèle « ${id} » a été ajusté sur le lot ${own}, le lot ${batch} est demandé`,
    `Retirez --batch, ou ajustez ce modèle sur ce lot : « vigie fit --batch ${batch} --spec models/specs/${spec}.ts ».`,
    2,
  );
}

/** What a fit or a list must not leave unsaid. */
function sayWarnings(summary: unknown, terminal: Terminal): void {
  const { warnings = [], levels } = (summary ?? {}) as {
    warnings?: Model["warnings"];
    levels?: Record<string, number>;
  };
  for (const { message } of warnings) terminal.say(`Attention : ${message}.`);
  if (levels && levels.fort === 0 && levels.modere === 0)
    terminal.say(
      "Attention : aucune entreprise n’est signalée. Le modèle a trop peu appris : voyez les limites de sa fiche (card.md).",
    );
}

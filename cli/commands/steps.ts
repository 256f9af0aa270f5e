import type { Command } from "commander";
import type { StepName } from "../../loaders/flow.js";
import { Flow } from "../flow/runner.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec?: string;
}

/** Specification fitted when none is named. */
export const DEFAULT_SPEC = "defaut";

export const featuresCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "features", "Calcule les variables par entreprise et par mois.");

export const scoreCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "score", "Calcule les scores, les contributions et les niveaux d’alerte.");

export const fitCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "fit", "Ajuste le modèle sur les variables et l’évalue.").option(
    "--spec <fichier>",
    "spécification du modèle",
    `models/specs/${DEFAULT_SPEC}.ts`,
  );

/** A command that runs one step of the flow, whether it is out of date or not. */
function stepCommand(terminal: Terminal, name: StepName, summary: string): Command {
  return withPlaces(
    createCommand(name, summary, `vigie ${name} --batch 2610`).action(async (options: Options) => {
      const places = placesFrom(options);
      const batch = chooseBatch(options.batch, places);
      const spec = specName(options.spec ?? DEFAULT_SPEC);
      const flow = new Flow({ places, batch, spec, audience: "public" });
      const [report] = await flow.run([name], { force: true, observer: observe(terminal) });
      terminal.document({ batch, ...report });
    }),
  );
}

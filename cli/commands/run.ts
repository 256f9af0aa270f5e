import type { Command } from "commander";
import { FLOW, type StepName } from "../../loaders/flow.js";
import { makeFolder } from "../../loaders/folder.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { exclusively } from "../flow/exclusive.js";
import { Flow } from "../flow/runner.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import { inSeconds, observe } from "../report.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec: string;
  site: boolean;
}

export function runCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "run",
      "Fait tout ce qui n’est pas à jour pour un lot : instantané, variables, modèle, scores, tables, site.",
      "vigie run --batch 2610",
    ),
  )
    .option("--spec <fichier>", "spécification du modèle", `models/specs/${DEFAULT_SPEC}.ts`)
    .option("--no-site", "s’arrête aux tables publiées")
    .action((options: Options) => run(options, terminal));
}

async function run(options: Options, terminal: Terminal): Promise<void> {
  const start = performance.now();
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const steps = FLOW.map(({ name }) => name).filter((name) => wanted(name, options));
  const flow = new Flow({ places, batch, spec: specName(options.spec), audience: "public" });
  await makeFolder(options.data);
  const reports = await exclusively(`${places.lock}.running`, () =>
    flow.run(steps, { observer: observe(terminal) }),
  );
  const ran = reports.filter(({ state }) => state === "ran");
  const seconds = (performance.now() - start) / 1000;
  terminal.say(`Lot ${batch} : ${describe(ran.length)}, en ${inSeconds(seconds)}.`);
  terminal.document({ batch, seconds, steps: reports });
}

const wanted = (name: StepName, { site }: Options): boolean => site || name !== "site";

function describe(ran: number): string {
  if (ran === 0) return "rien à faire, tout est à jour";
  return formatCount(ran, "étape exécutée", "étapes exécutées");
}

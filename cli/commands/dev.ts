import { type Command, Option } from "commander";
import {
  chooseBatch,
  type PlaceOptions,
  placesFrom,
  specName,
  wholeNumber,
  withPlaces,
} from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  audience: "public" | "science";
  batch?: string;
  spec: string;
  port: number;
}

export function devCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "dev",
      "Montre les pages pendant qu’on les écrit : un changement de source, de variable, de modèle ou de page refait ce qui en dépend, et la page ouverte suit.",
      "vigie dev --batch 2610 --port 3000",
    ),
  )
    .addOption(
      new Option("--audience <nom>", "lecteurs des pages")
        .choices(["science", "public"])
        .default("science"),
    )
    .option("--spec <fichier>", "spécification du modèle", `models/specs/${DEFAULT_SPEC}.ts`)
    .option("--port <n>", "port de l’aperçu", wholeNumber(0), 3000)
    .action((options: Options) => dev(options, terminal));
}

async function dev(options: Options, terminal: Terminal): Promise<void> {
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const { startDev } = await import("../dev/dev.js");
  const { audience, port } = options;
  const preview = await startDev({
    flow: { places, batch, spec: specName(options.spec), audience },
    port,
    say: (line) => terminal.say(line),
  });
  terminal.say(`Aperçu du lot ${batch} : ${preview.address} (Ctrl+C pour arrêter)`);
  terminal.document({ batch, audience, address: preview.address });
  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  await preview.close();
}

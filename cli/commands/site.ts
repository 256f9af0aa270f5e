import { join } from "node:path";
import { type Command, Option } from "commander";
import { Flow } from "../flow/runner.js";
import {
  chooseBatch,
  type PlaceOptions,
  placesFrom,
  specName,
  wholeNumber,
  withPlaces,
} from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  audience: string;
  batch?: string;
  serve: boolean;
  port: number;
}

export function siteCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "site",
      "Construit le site public à partir des tables publiées, et le sert sur demande.",
      "vigie site --serve",
    ),
  )
    .addOption(
      new Option("--audience <nom>", "lecteurs du site").choices(["public"]).default("public"),
    )
    .option("--serve", "sert le site sur cette machine et affiche son adresse", false)
    .option("--port <n>", "port préféré ; le suivant libre est pris", wholeNumber(1), 3000)
    .action((options: Options) => site(options, terminal));
}

async function site(options: Options, terminal: Terminal): Promise<void> {
  const { audience } = options;
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const flow = new Flow({ places, batch, spec: specName(DEFAULT_SPEC), audience });
  const [report] = await flow.run(["site"], { observer: observe(terminal) });
  const directory = join(places.dist, audience);
  if (!options.serve) {
    terminal.say(`Site du lot ${batch} dans ${directory}.`);
    terminal.document({ batch, audience, directory, ...report });
    return;
  }
  const { serveSite } = await import("../site/serve.js");
  const { address } = await serveSite(directory, { port: options.port });
  terminal.say(`Site du lot ${batch} : ${address} (Ctrl+C pour arrêter)`);
  terminal.document({ batch, audience, directory, address, ...report });
}

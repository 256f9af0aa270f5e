import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { FLOW, type StepName } from "../../loaders/flow.js";
import { readManifest } from "../../loaders/ingest/manifest.js";
import type { PerimeterMonths } from "../../loaders/perimeterRule.js";
import type { Acceptance } from "../../loaders/watch/accept.js";
import { describeAlerts } from "../../loaders/watch/describeAlerts.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { acceptancesOf, alertsError, keepAcceptances } from "../acceptances.js";
import { acceptOption } from "../acceptOption.js";
import type { Places } from "../flow/places.js";
import { Flow } from "../flow/runner.js";
import {
  batchesIn,
  chooseBatch,
  type PlaceOptions,
  placesFrom,
  specName,
  withPlaces,
} from "../options.js";
import { perimeterMonthsOption } from "../perimeterMonths.js";
import { createCommand } from "../program.js";
import { inSeconds, observe } from "../report.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec: string;
  perimeterMonths?: PerimeterMonths;
  accept?: Acceptance[];
  until: StepName;
}

const STEPS: readonly StepName[] = FLOW.map(({ name }) => name);

export function runCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "run",
      "Fait tout ce qui n’est pas à jour pour un lot : instantané, variables, modèle, scores, tables, site.",
      "vigie run --batch 2610",
    ),
  )
    .option("--spec <fichier>", "spécification du modèle", `models/specs/${DEFAULT_SPEC}.ts`)
    .addOption(perimeterMonthsOption())
    .addOption(acceptOption())
    .addOption(
      new Option("--until <étape>", "s’arrête après cette étape")
        .choices(STEPS)
        .default(STEPS.at(-1)),
    )
    .action((options: Options) => run(options, terminal));
}

async function run(options: Options, terminal: Terminal): Promise<void> {
  const start = performance.now();
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const steps = STEPS.slice(0, STEPS.indexOf(options.until) + 1);
  const { perimeterMonths, accept = [] } = options;
  const accepted = acceptancesOf(places.acceptances, batch, accept);
  await catchUp(batch, places, options, terminal);
  const flow = new Flow({
    places,
    batch,
    spec: specName(options.spec),
    audience: "public",
    parameters: { ingest: { perimeterMonths, ...(isEmpty(accepted) ? {} : { accepted }) } },
  });
  const reports = await flow.run(steps, { observer: observe(terminal) });
  const ran = reports.filter(({ state }) => state === "ran");
  const seconds = (performance.now() - start) / 1000;
  terminal.say(`Lot ${batch} : ${describe(ran.length)}, en ${inSeconds(seconds)}.`);
  const { alerts } = await readManifest(join(places.snapshots, batch));
  for (const line of describeAlerts(alerts)) terminal.say(line);
  keepAcceptances(places.acceptances, batch, accept, alerts);
  const summary = { batch, seconds, steps: reports };
  const alarm = alertsError(batch, alerts, { ...summary, alerts });
  if (alarm) throw alarm;
  terminal.document(summary);
}

/**
 * Freezes the batches before this one that have extracts and no snapshot: changes are counted from
 * them, and the flows of this one are added to theirs.
 */
async function catchUp(
  batch: string,
  places: Places,
  { spec, perimeterMonths }: Options,
  terminal: Terminal,
): Promise<void> {
  for (const former of batchesIn(places.extracts)) {
    if (former >= batch || existsSync(join(places.snapshots, former))) continue;
    terminal.say(`Lot ${former}, qui précède et n’a pas d’instantané :`);
    const parameters = { ingest: { perimeterMonths } };
    const subject = { batch: former, spec: specName(spec), audience: "public" as const };
    await new Flow({ places, ...subject, parameters }).run(["ingest"], {
      observer: observe(terminal),
    });
  }
}

const isEmpty = (reasons: object): boolean => Object.keys(reasons).length === 0;

function describe(ran: number): string {
  if (ran === 0) return "rien à faire, tout est à jour";
  return formatCount(ran, "étape exécutée", "étapes exécutées");
}

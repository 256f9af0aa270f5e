import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import type { Command } from "commander";
import { FLOW } from "../../loaders/flow.js";
import { parseBatch } from "../../src/lib/batch.js";
import { Fingerprinter } from "../flow/fingerprint.js";
import type { Places } from "../flow/places.js";
import { Flow } from "../flow/runner.js";
import { batchesIn, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
}

interface BatchStatus {
  batch: string;
  extracts: boolean;
  snapshot: boolean;
  /** Files of the snapshot that are no longer as they were published, in French. */
  damaged: string[];
  freshness: Record<string, string | null>;
  steps: { step: string; label: string; reasons: string[] }[];
}

export function statusCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "status",
      "Dit quels lots sont présents, la fraîcheur des sources, les modèles, et ce qui n’est pas à jour.",
      "vigie status --json",
    ),
  ).action((options: Options) => status(options, terminal));
}

async function status(options: Options, terminal: Terminal): Promise<void> {
  const places = placesFrom(options);
  const present = [...new Set([...batchesIn(places.extracts), ...batchesIn(places.snapshots)])];
  const batches: BatchStatus[] = [];
  for (const batch of options.batch ? [parseBatch(options.batch).key] : present.sort()) {
    batches.push(await statusOf(batch, places));
  }
  const models = modelsIn(places.registry);
  for (const batch of batches) describe(batch, terminal);
  if (batches.length === 0) terminal.say(`Aucun lot dans ${places.extracts}.`);
  terminal.say(`Modèles : ${models.join(", ") || "aucun"}`);
  terminal.document({ batches, models });
}

async function statusOf(batch: string, places: Places): Promise<BatchStatus> {
  const flow = new Flow({ places, batch, spec: specName(DEFAULT_SPEC), audience: "public" });
  const plan = await flow.plan(FLOW.map(({ name }) => name));
  const snapshot = join(places.snapshots, batch);
  return {
    batch,
    extracts: existsSync(join(places.extracts, batch)),
    snapshot: existsSync(snapshot),
    damaged: existsSync(snapshot) ? await damagesOf(snapshot, places) : [],
    freshness: existsSync(snapshot) ? await freshnessOf(snapshot) : {},
    steps: plan.map(({ step, reasons }) => ({ step: step.name, label: step.label, reasons })),
  };
}

/** Files that have not moved since the last look are not read again. */
async function damagesOf(snapshot: string, places: Places): Promise<string[]> {
  const { verifySnapshot } = await import("../../loaders/history/verify.js");
  const fingerprinter = Fingerprinter.beside(places.lock);
  const print = basename(realpathSync(snapshot)).split("-").at(-1)!;
  const damages = await verifySnapshot(
    snapshot,
    print,
    async (file) => (await fingerprinter.of([file]))[file],
  );
  fingerprinter.save();
  return damages;
}

async function freshnessOf(snapshot: string): Promise<Record<string, string | null>> {
  const { readManifest } = await import("../../loaders/ingest/manifest.js");
  const { freshness } = await readManifest(snapshot);
  return Object.fromEntries(freshness.map(({ source, date }) => [source, date]));
}

function modelsIn(registry: string): string[] {
  if (!existsSync(registry)) return [];
  return readdirSync(registry)
    .filter((name) => existsSync(join(registry, name, "model.json")))
    .sort();
}

function describe(status: BatchStatus, terminal: Terminal): void {
  terminal.say(`Lot ${status.batch}${status.extracts ? "" : " (sans extractions)"}`);
  for (const damage of status.damaged) terminal.say(`  ✗ instantané : ${damage}`);
  for (const [source, date] of Object.entries(status.freshness)) {
    terminal.say(`  ${source.padEnd(14)} ${date ? `jusqu’au ${date}` : "absente"}`);
  }
  for (const { label, reasons } of status.steps) {
    terminal.say(
      `  ${reasons.length === 0 ? "✔" : "✗"} ${label} : ${reasons.join(" ; ") || "à jour"}`,
    );
  }
}

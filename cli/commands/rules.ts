import { join } from "node:path";
import type { Command } from "commander";
import type { Moves, RulesEffect } from "../../models/rules/effect.js";
import type { Effect } from "../../src/lib/adjustment.js";
import { formatMonth } from "../../src/lib/format/calendar.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { LEVELS } from "../../src/lib/levels.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec: string;
  without?: string[];
}

export function rulesCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "rules",
      "Montre les ajustements d’experts et leur effet sur la liste, sans rien écrire.",
      "vigie rules --without dette_apuree",
    ),
  )
    .option("--spec <fichier>", "spécification du modèle", `models/specs/${DEFAULT_SPEC}.ts`)
    .option("--without <règles...>", "règles à écarter, pour voir ce que la liste y perd")
    .action((options: Options) => rules(options, terminal));
}

async function rules(options: Options, terminal: Terminal): Promise<void> {
  const { rulesEffect } = await import("../../models/rules/effect.js");
  const { readManifest } = await import("../../loaders/ingest/manifest.js");
  const { modelId } = await import("../../models/modelId.js");
  const { without = [] } = options;
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const { fictitious } = await readManifest(join(places.snapshots, batch));
  const effect = await rulesEffect({
    features: join(places.features, batch, "features.parquet"),
    model: join(places.registry, modelId(specName(options.spec), batch, fictitious), "model.json"),
    without,
  });
  describe(effect, without, terminal);
  terminal.document({ batch, ...effect });
}

function describe(effect: RulesEffect, without: readonly string[], terminal: Terminal): void {
  const { month, companies, rules, levels, moves, change } = effect;
  terminal.say(
    `${formatNumber(companies)} entreprises notées en ${formatMonth(month)}. Règles déclarées :`,
  );
  terminal.table(
    ["règle", "mois notés", "effet", "état", "s’applique à", "change le niveau de"],
    rules.map(({ name, from, to, effect, state, applies, moves: moved }) => [
      name,
      to === null ? `depuis ${from}` : `${from} à ${to}`,
      SIGNS[effect],
      STATES[state],
      state === "expired" ? "—" : formatNumber(applies),
      state === "expired" ? "—" : formatNumber(moved),
    ]),
    [4, 5],
  );
  const lists = [levels.model, levels.all, ...(without.length > 0 ? [levels.kept] : [])];
  const titles = ["modèle seul", "toutes les règles", "règles gardées"].slice(0, lists.length);
  terminal.say();
  terminal.table(
    ["niveau", ...titles],
    (["fort", "modere", "aucun"] as const).map((level) => [
      LEVELS[level].label,
      ...lists.map((counts) => formatNumber(counts[level])),
    ]),
    [1, 2, 3],
  );
  terminal.say();
  terminal.say(`Les règles en vigueur : ${inWords(moves)}.`);
  if (without.length > 0) terminal.say(`Sans ${without.join(", ")} : ${inWords(change)}.`);
}

function inWords({ up, down, entered, left }: Moves): string {
  return [
    formatCount(up, "entreprise monte", "entreprises montent"),
    formatCount(down, "descend", "descendent"),
    formatCount(entered, "entre dans la liste", "entrent dans la liste"),
    formatCount(left, "en sort", "en sortent"),
  ].join(", ");
}

const SIGNS: Record<Effect, string> = { "-1": "−1", "0": "0", "1": "+1" };

const STATES = { inForce: "en vigueur", expired: "hors période", without: "écartée" } as const;

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import { isBatchKey, parseBatch } from "../src/lib/batch.js";
import { VigieError } from "../src/lib/error.js";
import { type Places, placesOf } from "./flow/places.js";

/** Batches with a folder below `folder`, oldest first. */
export function batchesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(isBatchKey).sort();
}

/** The batch asked for, else the latest with extracts, else the latest with a snapshot. */
export function chooseBatch(asked: string | undefined, places: Places): string {
  if (asked) return parseBatch(asked).key;
  const latest = batchesIn(places.extracts).at(-1) ?? batchesIn(places.snapshots).at(-1);
  if (latest) return latest;
  throw new VigieError(
    "no-batch",
    `aucun lot dans ${places.extracts}`,
    "Déposez les extractions du mois dans un dossier AAMM, ou lancez « vigie demo » pour en fabriquer.",
    2,
  );
}

export interface PlaceOptions {
  data: string;
  registry: string;
  dist: string;
}

/** Adds `--batch` and the folders every step understands. */
export function withPlaces(command: Command): Command {
  return command
    .option("--batch <clé>", "lot à traiter (par défaut : le dernier présent)")
    .option("--data <dossier>", "dossier des données", "data")
    .option("--registry <dossier>", "registre des modèles", "models/registry")
    .option("--dist <dossier>", "dossier des sites construits", "dist");
}

export function placesFrom(options: PlaceOptions): Places {
  return placesOf(options);
}

const SPECS = "models/specs";

/** `models/specs/defaut.ts` or `defaut` → `defaut`. Throws `no-spec` for a file of another folder. */
export function specName(spec: string): string {
  const folder = resolve(dirname(spec));
  if (spec.includes("/") && folder !== resolve(SPECS)) {
    throw new VigieError(
      "no-spec",
      `${spec} n’est pas une spécification de ${SPECS}`,
      `Mettez-la dans ${SPECS} : c’est là que le registre et les expériences la retrouvent.`,
      2,
    );
  }
  return basename(spec, ".ts");
}

/** Throws a usage VigieError unless `text` is a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => checkNumber(text, /^\d+$/, least, Number.MAX_SAFE_INTEGER, "un nombre entier");
}

/** Throws a usage VigieError unless `text` is a share between 0 and 1. */
export function share(text: string): number {
  return checkNumber(text, /^[\d.]+$/, 0, 1, "une part");
}

function checkNumber(text: string, shape: RegExp, low: number, high: number, what: string): number {
  const value = Number(text);
  if (shape.test(text) && value >= low && value <= high) return value;
  const range = high === Number.MAX_SAFE_INTEGER ? `au moins ${low}` : `entre ${low} et ${high}`;
  throw new VigieError(
    "usage",
    `« ${text} » n’est pas ${what} (${range})`,
    "Corrigez la valeur de l’option.",
    2,
  );
}

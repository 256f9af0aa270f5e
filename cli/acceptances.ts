import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Alert } from "../loaders/ingest/report.js";
import { type Acceptance, accept } from "../loaders/watch/accept.js";
import { VigieError } from "../src/lib/error.js";
import { stableJson } from "../src/lib/stableJson.js";

/** Reasons by alert, by batch. */
type Acceptances = Record<string, Record<string, string>>;

/**
 * Alerts let through in a batch, those of the file and those given now. They are an input of the
 * batch like its extracts: the file keeps them for the runs to come. Throws a VigieError when the file is
 * not JSON.
 */
export function acceptancesOf(
  file: string,
  batch: string,
  given: readonly Acceptance[],
): Record<string, string> {
  const now = Object.fromEntries(given.map(({ id, reason }) => [id, reason]));
  return { ...readAll(file)[batch], ...now };
}

/**
 * Keeps what was given, once the alerts are known. Throws `acceptance` when there is no such alert.
 */
export function keepAcceptances(
  file: string,
  batch: string,
  given: readonly Acceptance[],
  alerts: readonly Alert[],
): void {
  if (given.length === 0) return;
  accept(alerts, given);
  const all = { ...readAll(file), [batch]: acceptancesOf(file, batch, given) };
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, stableJson(all));
  renameSync(temporary, file);
}

/**
 * The error of a batch with alerts that nobody let through; undefined when there is none. `details`
 * is the document of the command.
 */
export function alertsError(
  batch: string,
  alerts: readonly Alert[],
  details: unknown,
): VigieError | undefined {
  const open = alerts.filter(({ accepted }) => accepted === null).map(({ id }) => id);
  if (open.length === 0) return undefined;
  return new VigieError(
    "alerts",
    `lot ${batch} publié avec ${open.length} alerte${open.length > 1 ? "s" : ""} : ${open.join(", ")}`,
    `Voyez ce que dit le partenaire, ou laissez passer une alerte avec sa raison : --accept "${open[0]}=raison"`,
    1,
    details,
  );
}

function readAll(file: string): Acceptances {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Acceptances;
  } catch {
    throw new VigieError(
      "acceptances-unreadable",
      `${file} n’est pas un fichier JSON valide`,
      "Corrigez-le, ou supprimez-le : les alertes seront à accepter de nouveau.",
      2,
    );
  }
}

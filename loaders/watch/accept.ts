import { VigieError } from "../../src/lib/error.js";
import type { Alert } from "../ingest/report.js";

/** An alert that a person lets through, and why. */
export interface Acceptance {
  id: string;
  reason: string;
}

/** Reads `debit.mt_po.psi=nouveau barème`; throws `acceptance` without an identifier or a reason. */
export function parseAcceptance(text: string): Acceptance {
  const [, id, reason] = /^\s*([^=\s]+)\s*=\s*(\S.*?)\s*$/s.exec(text) ?? [];
  if (id && reason) return { id, reason };
  throw new VigieError(
    "acceptance",
    `« ${text} » n’est pas l’acceptation d’une alerte`,
    'Écrire son identifiant, un signe égal et la raison : --accept "debit.mt_po.psi=nouveau barème de l’Urssaf"',
    2,
  );
}

/**
 * The alerts, with the reason of those that are accepted. Throws `acceptance` naming the alerts there
 * are when an acceptance matches none, or when two of them are about the same one.
 */
export function accept(alerts: readonly Alert[], acceptances: readonly Acceptance[]): Alert[] {
  const ids = acceptances.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice)
    throw refusal(`l’alerte « ${twice} » est acceptée deux fois`, "Ne garder qu’une raison");
  const unknown = ids.find((id) => !alerts.some((alert) => alert.id === id));
  if (unknown)
    throw refusal(
      `aucune alerte « ${unknown} » dans ce lot`,
      alerts.length === 0
        ? "Retirer --accept : ce lot n’a aucune alerte"
        : `Les alertes de ce lot : ${alerts.map(({ id }) => id).join(", ")}`,
    );
  return alerts.map((alert) => {
    const acceptance = acceptances.find(({ id }) => id === alert.id);
    return acceptance ? { ...alert, accepted: acceptance.reason } : alert;
  });
}

function refusal(message: string, remedy: string): VigieError {
  return new VigieError("acceptance", message, remedy, 2);
}

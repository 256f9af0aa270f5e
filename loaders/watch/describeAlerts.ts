import type { Alert } from "../ingest/report.js";

/** Alerts as a person reads them, those to decide on first, and how to let one through. */
export function describeAlerts(alerts: readonly Alert[]): string[] {
  const open = alerts.filter(({ accepted }) => accepted === null);
  const accepted = alerts.filter((alert) => alert.accepted !== null);
  return [
    ...open.map(({ id, message }) => `Alerte ${id}\u00a0: ${message}`),
    ...accepted.map(
      (alert) => `Alerte ${alert.id} acceptée (${alert.accepted})\u00a0: ${alert.message}`,
    ),
    ...(open.length === 0
      ? []
      : [
          `Pour laisser passer une alerte\u00a0: --accept "${open[0]!.id}=raison", qui est inscrite au journal`,
        ]),
  ];
}

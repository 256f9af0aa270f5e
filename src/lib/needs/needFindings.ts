import { formatMonth } from "../format/calendar.js";
import { formatPercent } from "../format/number.js";
import { formatCount } from "../format/plural.js";
import { type Breakdown, helpedShare, type NeedsTable } from "./needsTable.js";

/** « 519 besoins d’entreprises ont été clôturés par une aide proposée depuis l’ouverture ». */
export function helpedFinding({ helped }: NeedsTable): string {
  return `${formatCount(helped, "besoin d’entreprise a", "besoins d’entreprises ont")} été ${helped >= 2 ? "clôturés" : "clôturé"} par une aide proposée depuis l’ouverture`;
}

/**
 * « Au T3 2026, 84 % des besoins transmis ont été pris en charge, contre 81 % au trimestre précédent », or
 * what comes just before when that share is hidden: that somebody took a stand.
 */
export function funnelFinding({ funnel, funnelBefore }: NeedsTable): string {
  const [key, words] =
    (funnel?.needs.takenCare ?? null) !== null
      ? (["takenCare", "ont été pris en charge"] as const)
      : (["positioned", "ont reçu une réponse d’un conseiller"] as const);
  const now = funnel?.needs[key] ?? null;
  if (!funnel || now === null) return "Prise en charge non publiée : trop peu de besoins";
  const before = funnelBefore?.needs[key] ?? null;
  const then = before === null ? "" : `, contre ${formatPercent(before, 0)} au trimestre précédent`;
  return `Au ${formatMonth(funnel.quarter)}, ${formatPercent(now, 0)} des besoins transmis ${words}${then}`;
}

/** « Au T3 2026, 56 % des échanges ont eu lieu en moins de cinq jours après la transmission ». */
export function fastFinding({ fast }: NeedsTable): string {
  const last = fast[2026].findLast(({ percent }) => percent !== null);
  if (!last) return "Délai d’échange non publié : trop peu de besoins";
  return `Au ${formatMonth(last.quarter)}, ${formatPercent(last.percent!, 0)} des échanges ont eu lieu moins de cinq jours après la transmission`;
}

/** « Entreprise en difficulté est le premier motif : 44 besoins en douze mois ». */
export function leadFinding(rows: readonly Breakdown[], what: string): string {
  const [first] = rows.filter(({ needs, name }) => typeof needs === "number" && name !== "");
  if (!first) return `Trop peu de besoins par ${what} pour être publiés`;
  const share = helpedShare(first);
  const helped = share === null ? "" : `, dont ${formatPercent(share, 0)} avec une aide proposée`;
  return `${first.name} : ${formatCount(first.needs as number, "besoin")} en douze mois${helped}`;
}

import type { Funnel } from "./needsTable.js";

/** From the need sent to the help proposed, in order, by key of the funnel. */
export const FUNNEL_STEPS: readonly (readonly [label: string, key: keyof Omit<Funnel, "base">])[] =
  [
    ["Un conseiller se positionne", "positioned"],
    ["Refus", "refused"],
    ["Prise en charge", "takenCare"],
    ["Sans réponse", "unanswered"],
    ["Échange dans les 3 jours, parmi ceux avec échange", "faster"],
    ["Échange dans les 5 jours, parmi ceux avec échange", "fast"],
    ["Clôture avec aide", "helped"],
  ];

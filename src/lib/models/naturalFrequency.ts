import type { Evaluation } from "../model.js";

/** A share as whole cases of one hundred. */
export interface NaturalFrequency {
  count: number;
  sentence: string;
}

/** Of one hundred companies above a threshold, how many knew the event: the precision. */
export function amongFlagged(
  { confusion }: Evaluation,
  threshold: "fort" | "modere",
  event: string,
): NaturalFrequency {
  const count = Math.round(100 * confusion[threshold].precision);
  const flagged = threshold === "fort" ? "en risque fort" : "au moins en risque modéré";
  return {
    count,
    sentence: `Sur 100 entreprises signalées ${flagged}, ${count} ${verb(count)} ouvert ${event} ; ${100 - count} non.`,
  };
}

/** Of one hundred companies that knew the event, how many were above a threshold: the recall. */
export function amongEvents(
  { confusion }: Evaluation,
  threshold: "fort" | "modere",
  event: string,
): NaturalFrequency {
  const count = Math.round(100 * confusion[threshold].recall);
  const flagged = threshold === "fort" ? "en risque fort" : "au moins en risque modéré";
  return {
    count,
    sentence: `Sur 100 entreprises qui ont ouvert ${event}, ${count} ${count < 2 ? "était signalée" : "étaient signalées"} ${flagged} ; ${100 - count} ne l’${100 - count < 2 ? "était" : "étaient"} pas.`,
  };
}

/** Of one hundred companies of the population, how many knew the event whatever was said of them. */
export function amongAll({ events, rows }: Evaluation, event: string): NaturalFrequency {
  const count = Math.round((100 * events) / rows);
  return {
    count,
    sentence: `Sur 100 entreprises prises au hasard parmi celles qui sont suivies, ${count} ${verb(count)} ouvert ${event}.`,
  };
}

const verb = (count: number): string => (count < 2 ? "a" : "ont");

import type { ListFacts } from "../agents.js";

/** Why a company is a first alert, as it is told. */
export const FIRST_ALERTS: Readonly<Record<NonNullable<ListFacts["firstAlert"]>, string>> = {
  new: "première alerte",
  raised: "premier passage à risque fort",
};

/** « 2 listes sur 3 », this one included. */
export function frequency({ alerts, lists }: Pick<ListFacts, "alerts" | "lists">): string {
  return `${alerts} ${alerts > 1 ? "listes" : "liste"} sur ${lists}`;
}

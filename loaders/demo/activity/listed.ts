import type { Month } from "../calendar.js";
import type { History } from "../history.js";
import type { Activity } from "./activity.js";
import { headDepartement } from "./consultations.js";
import { isPublished } from "./listFile.js";

/** Companies on each list by département, keyed by {@link listedKey}. */
export type Listed = Map<string, number>;

export const listedKey = (list: Month, departement: string): string => `${list}/${departement}`;

/** Adds the listings of a company. */
export function countListed(listed: Listed, history: History, { listings }: Activity): void {
  for (const listing of listings) {
    const departement = headDepartement(history, listing.list);
    if (!departement || !isPublished(listing, history.span)) continue;
    add(listed, listedKey(listing.list, departement), 1);
  }
}

/** Adds the counts of other companies. */
export function mergeListed(listed: Listed, other: Listed): void {
  for (const [key, count] of other) add(listed, key, count);
}

function add(listed: Listed, key: string, count: number): void {
  listed.set(key, (listed.get(key) ?? 0) + count);
}

import { addDays, type Month } from "../calendar.js";
import { stayIn } from "../establishment.js";
import type { History } from "../history.js";
import { Random } from "../random.js";
import { type Agent, agentOf } from "./agents.js";
import { type Listing, publicationOf } from "./lists.js";
import { delay, type Moment, officeHour } from "./moment.js";

/** An agent who opens the sheet of a company found on a list. */
export interface Consultation {
  listing: Listing;
  agent: Agent;
  at: Moment;
  /** Rank among those of the company. */
  rank: number;
}

/** Share of listings looked at: first alerts and high risk draw the eye. Ours. */
const LOOKED_AT = { first: { fort: 0.32, modéré: 0.11 }, again: { fort: 0.09, modéré: 0.025 } };
/** Lists are opened in the weeks after they come out; nobody looks at one three months old. */
const MEAN_DELAY = 18;
const LONGEST_DELAY = 85;
/** A second look by another agent of the département. */
const SECOND_LOOK = 0.25;

/** Consultations of a company, list by list, by agents of the département of its head office. */
export function consultationsOf(history: History, listings: readonly Listing[]): Consultation[] {
  const { company, seed } = history;
  const consultations: Consultation[] = [];
  for (const listing of listings) {
    const random = new Random(seed, "consultation", company.index, listing.list);
    const departement = headDepartement(history, listing.list);
    const share = LOOKED_AT[listing.first ? "first" : "again"][listing.level];
    if (!random.chance(share) || !departement) continue;
    const looks = random.chance(SECOND_LOOK) ? 2 : 1;
    for (let look = 0; look < looks; look++) {
      const wait = Math.min(LONGEST_DELAY, delay(MEAN_DELAY, random));
      const at = officeHour(addDays(publicationOf(listing.list), 1 + wait), random);
      const agent = agentOf(departement, random);
      consultations.push({ listing, agent, at, rank: consultations.length });
    }
  }
  return consultations;
}

/** Département of the head office in a month; none abroad. */
export function headDepartement({ sites }: History, m: Month): string | undefined {
  return stayIn(sites[0]!, m)?.place?.commune.departement;
}

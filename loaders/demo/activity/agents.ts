import type { SEGMENTS } from "../../sources/segments.js";
import { Random } from "../random.js";

/** Someone who uses the service; nobody real. */
export interface Agent {
  pseudonym: string;
  /** In a domain that cannot exist (RFC 2606). */
  email: string;
  segment: (typeof SEGMENTS)[number];
  /** Network of follow-ups the agent acts for. */
  network: string;
  /** Département, empty for a national team. */
  zone: string;
}

/** Agents of a département by partner and network (§5.4): tax, Urssaf, central bank, State services. */
const POSTS = [
  ["dgfip", "CODEFI", 3],
  ["urssaf", "CODEFI", 2],
  ["bdf", "CODEFI", 2],
  ["dge", "CRP", 2],
  ["dgefp", "DARP", 1],
  ["autre", "CODEFI", 1],
] as const;
/** One consultation in thirty comes from a national team. */
const NATIONAL = 1 / 30;

/** One of the agents who look at the companies of a département. */
export function agentOf(departement: string, random: Random): Agent {
  const national = random.chance(NATIONAL);
  const post = random.weighted(POSTS.map((entry) => [entry, entry[2]] as const));
  const [segment, network, count] = post;
  const rank = random.integer(1, count);
  const zone = national ? "" : departement;
  const key = new Random("agent", zone, segment, rank).integer(0, 0xffffff);
  const pseudonym = `u${key.toString(16).padStart(6, "0")}-${zone || "fr"}${segment}${rank}`;
  return { pseudonym, email: `${pseudonym}@exemple.invalid`, segment, network, zone };
}

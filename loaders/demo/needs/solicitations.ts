import { type Moment, officeHour } from "../activity/moment.js";
import { addDays, type Month, month, monthOfYear, yearOf } from "../calendar.js";
import type { History } from "../history.js";
import { Random } from "../random.js";
import { drawMatch, type Match } from "./matches.js";
import { drawPartners, drawTopic, type Topic } from "./themes.js";

/** A company that asks Place des Entreprises for help: one request, one need, one to three matches. */
export interface Solicitation {
  rank: number;
  filed: Moment;
  sent: Moment;
  chosen: Topic;
  /** The subject the team settled on; the one chosen, nine times in ten. */
  real: Topic;
  channel: Channel;
  matches: Match[];
  satisfaction?: { contacted: boolean; useful: boolean };
}

/** Exchanges are measured since September 2020 (§1.3). */
const OPENING = month(2020, 9);
/** The service covers all of France since the summer of 2022 (convention of 2022). */
const NATIONWIDE = month(2022, 7);
const BEFORE_NATIONWIDE = 0.5;
/**
 * Monthly rate of a company with employees in 2022. More than 4,000 needs a month in 2026, most of
 * them from companies under ten employees, which are few here: one in six of ours, so 2 per thousand
 * companies and month, growing by a sixth a year.
 */
const RATE = 0.0011;
const GROWTH = 1.16;
const RATE_YEAR = 2022;
const DISTRESS_EFFECT = 0.25;
/** January to December: new year and autumn are busy, August and late December are not. Ours. */
const SEASON = [1.2, 1.1, 1.15, 1, 0.95, 1, 0.8, 0.5, 1.15, 1.25, 1.15, 0.75];
/** Acquisition channels (§1.4). */
const CHANNELS = [
  ["iframe", 24],
  ["googleads", 22],
  ["campaign", 26],
  ["api", 10],
  ["", 18],
] as const;
type Channel = (typeof CHANNELS)[number][0];
const REQUALIFIED = 0.1;
/** One in three answers the survey (ours); the satisfaction rate of the team is contacted and useful (§1.4). */
const ANSWERED = 0.35;
const CONTACTED = 0.93;
const USEFUL = 0.82;

/** Requests of a company since the service opened, oldest first. */
export function solicitationsOf(history: History): Solicitation[] {
  const { company, life, seed, span } = history;
  const random = new Random(seed, "needs", company.index);
  const solicitations: Solicitation[] = [];
  for (let m = Math.max(OPENING, life.start); m < Math.min(span.end, life.end); m++) {
    const asks = random.uniform();
    const distress = life.distress[m - life.start]!;
    if (asks >= rateOf(m, distress)) continue;
    const own = new Random(seed, "need", company.index, m);
    solicitations.push(solicit(solicitations.length, m, distress, own));
  }
  return solicitations;
}

function rateOf(m: Month, distress: number): number {
  const reach = m < NATIONWIDE ? BEFORE_NATIONWIDE : 1;
  const growth = GROWTH ** (yearOf(m) - RATE_YEAR);
  const need = Math.exp(DISTRESS_EFFECT * Math.max(-1, Math.min(4, distress)));
  return RATE * reach * growth * SEASON[monthOfYear(m) - 1]! * need;
}

function solicit(rank: number, m: Month, distress: number, random: Random): Solicitation {
  const filed = officeHour({ month: m, day: random.integer(1, 28) }, random);
  const sent = officeHour(addDays(filed.day, random.integer(1, 3)), random);
  const chosen = drawTopic(distress, random);
  const other = drawTopic(distress, random);
  const real = random.chance(REQUALIFIED) ? other : chosen;
  const channel = random.weighted(CHANNELS);
  const matches = drawPartners(real.theme, random).map((institution) =>
    drawMatch(institution, sent, random),
  );
  const answers = random.chance(ANSWERED);
  const contacted = random.chance(CONTACTED);
  const useful = random.chance(USEFUL) && contacted;
  const helped = matches.some(({ outcome }) => outcome === "done");
  const satisfaction = answers && helped ? { contacted, useful } : undefined;
  return { rank, filed, sent, chosen, real, channel, matches, satisfaction };
}

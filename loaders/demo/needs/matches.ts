import type { MatchStatus } from "../../../src/lib/needs/needStatus.js";
import { delay, type Moment, officeHour } from "../activity/moment.js";
import { addDays, type Month } from "../calendar.js";
import type { Random } from "../random.js";

/** A need sent to an expert: what happens in the end, and when. */
export interface Match {
  institution: string;
  /** When the expert first took a stand; undefined for those who never do. */
  stand?: Moment;
  refused: boolean;
  /** When it was closed, and how. */
  closed?: Moment;
  outcome: MatchStatus;
}

/** How experts answer: taken up, refused, no answer. Ours: 30 % refused is « frequent » for the team (§1.4). */
const STANDS = [
  ["taken", 62],
  ["refused", 21],
  ["none", 17],
] as const;
/** How what was taken up ends. */
const OUTCOMES = [
  ["done", 64],
  ["done_no_help", 20],
  ["done_not_reachable", 16],
] as const;
/** Days to a stand: most within five; to the closing. */
const MEAN_STAND = 4;
const MEAN_CLOSING = 16;

/** What becomes of a need sent to an institution at `sent`. */
export function drawMatch(institution: string, sent: Moment, random: Random): Match {
  const stance = random.weighted(STANDS);
  const outcome = random.weighted(OUTCOMES);
  const stand = officeHour(addDays(sent.day, delay(MEAN_STAND, random) + 1), random);
  const closed = officeHour(addDays(stand.day, 1 + delay(MEAN_CLOSING, random)), random);
  if (stance === "none") return { institution, refused: false, outcome: "quo" };
  if (stance === "refused") return { institution, refused: true, stand, outcome: "not_for_me" };
  return { institution, refused: false, stand, closed, outcome };
}

/** State of a match at the first of a month: only what had happened by then is known. */
export function statusAt({ stand, refused, closed, outcome }: Match, end: Month): MatchStatus {
  if (!stand || stand.day.month >= end) return "quo";
  if (refused) return "not_for_me";
  return closed && closed.day.month < end ? outcome : "taking_care";
}

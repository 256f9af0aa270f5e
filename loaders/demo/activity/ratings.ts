import type { History } from "../history.js";
import { Random } from "../random.js";
import type { Consultation } from "./consultations.js";
import { later, type Moment } from "./moment.js";

/** What an agent says of a detection. */
export interface Rating {
  consultation: Consultation;
  useful: boolean;
  reason: string;
  at: Moment;
}

/** One consultation in seven is rated. Ours. */
const RATED = 1 / 7;
/**
 * Probability that a detection is found useful, by the true distress of the company: 45 % at 1, 80 %
 * at 3. Agents learn what data do not say; what happens later plays no part, yet companies that fail
 * later were more often found useful.
 */
const INTERCEPT = -1;
const SLOPE = 0.8;
/** Reasons: the list kept by the service is not public (§8), these are ours. */
const USEFUL = ["difficulte_inconnue", "contact_pris", "suivi_engage"];
const USELESS = ["deja_connue", "situation_assainie", "donnees_depassees", "hors_champ"];
/** Seconds from the beginning of the visit: the sheet is open by then. */
const THINKING = [500, 1500] as const;

/** Ratings of a company: each of one of its consultations, so of a list it was on. */
export function ratingsOf(history: History, consultations: readonly Consultation[]): Rating[] {
  const { company, seed, life } = history;
  return consultations.flatMap((consultation) => {
    const random = new Random(seed, "rating", company.index, consultation.rank);
    if (!random.chance(RATED)) return [];
    const distress = life.distress[consultation.listing.list - 1 - life.start]!;
    const useful = random.chance(1 / (1 + Math.exp(-INTERCEPT - SLOPE * distress)));
    const reason = random.pick(useful ? USEFUL : USELESS);
    const at = later(consultation.at, random.integer(...THINKING));
    return [{ consultation, useful, reason, at }];
  });
}

import type { History } from "../history.js";
import { type Consultation, consultationsOf } from "./consultations.js";
import { type FollowUp, followUpsOf } from "./followUps.js";
import { type Listing, listingsOf } from "./lists.js";
import { type Rating, ratingsOf } from "./ratings.js";

/** What the service did about a company: lists lead to consultations, these to ratings and follow-ups. */
export interface Activity {
  listings: Listing[];
  consultations: Consultation[];
  ratings: Rating[];
  followUps: FollowUp[];
}

/** Everything the service did about a company since the first list. */
export function activityOf(history: History): Activity {
  const listings = listingsOf(history);
  const consultations = consultationsOf(history, listings);
  const ratings = ratingsOf(history, consultations);
  return { listings, consultations, ratings, followUps: followUpsOf(history, consultations) };
}

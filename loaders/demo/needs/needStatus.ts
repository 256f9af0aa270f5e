import type { MATCH_STATUSES } from "../../sources/matchStatuses.js";

export type MatchStatus = (typeof MATCH_STATUSES)[keyof typeof MATCH_STATUSES];

/** What decides, first to last (conseillers-entreprises, `app/models/need.rb#computed_status`). */
const PRIORITY: readonly MatchStatus[] = [
  "done",
  "done_no_help",
  "done_not_reachable",
  "taking_care",
  "quo",
];

/** State of a need, from those of its matches; refused when all of them were. */
export const needStatus = (matches: readonly MatchStatus[]): MatchStatus =>
  PRIORITY.find((status) => matches.includes(status)) ?? "not_for_me";

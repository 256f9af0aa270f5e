/** States of a match: a need sent to one expert (conseillers-entreprises, `app/models/match.rb`). */
export const MATCH_STATUSES = [
  "done",
  "done_no_help",
  "done_not_reachable",
  "taking_care",
  "quo",
  "not_for_me",
] as const;
export type MatchStatus = (typeof MATCH_STATUSES)[number];

/** State of a need, which has one more before its matches are sent. */
export type NeedStatus = MatchStatus | "diagnosis_not_complete";

/** Words of the service for each state of a need (`config/locales/models.fr.yml`). */
export const NEED_STATUS_LABELS: Readonly<Record<NeedStatus, string>> = {
  done: "Aide proposée",
  done_no_help: "Pas d’aide disponible",
  done_not_reachable: "Entreprise non joignable",
  taking_care: "En cours de prise en charge",
  quo: "En attente de réponse",
  not_for_me: "Refusé",
  diagnosis_not_complete: "Analyse en cours",
};

/**
 * State of a need, from those of its matches: the first of the documented order that one of them
 * has, refused when all of them were (`app/models/need.rb#computed_status`).
 */
export function needStatus(matches: readonly MatchStatus[]): NeedStatus {
  if (matches.length === 0) return "diagnosis_not_complete";
  return MATCH_STATUSES.find((status) => matches.includes(status))!;
}

/** Named sets, the same for needs and for matches. */
export const WITH_EXCHANGE: readonly MatchStatus[] = ["done", "done_no_help"];
export const TAKEN_CARE_OF: readonly MatchStatus[] = [
  ...WITH_EXCHANGE,
  "done_not_reachable",
  "taking_care",
];

/** SQL expression: rank of a state in the order that decides, so that the least one is the need’s. */
export function statusRankSql(column: string): string {
  const cases = MATCH_STATUSES.map((status, rank) => `WHEN '${status}' THEN ${rank}`);
  return `CASE ${column} ${cases.join(" ")} END`;
}

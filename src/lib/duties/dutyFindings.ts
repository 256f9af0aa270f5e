import { formatDate } from "../format/calendar.js";
import { formatCount } from "../format/plural.js";
import type { DutyStatus } from "./dutyStatus.js";

/** What the statuses say together: what is late first. */
export function dutiesFinding(statuses: readonly DutyStatus[]): string {
  const count = (state: DutyStatus["state"]) =>
    statuses.filter((one) => one.state === state).length;
  const late = count("late");
  const open =
    late === 0
      ? "Aucun engagement en retard"
      : formatCount(late, "engagement en retard", "engagements en retard");
  return `${open} ; ${count("done")} à jour et ${count("undeclared")} à déclarer, sur ${statuses.length}`;
}

/** Last delivery and next due date of a duty, in words; nothing when neither is known. */
export function datesInWords({ state, last, next, piece, ended }: DutyStatus): string {
  return [
    last && `${piece || next ? "livré le" : "constaté au"} ${formatDate(last)}`,
    next && `${state === "undeclared" ? "était dû le" : "échéance le"} ${formatDate(next)}`,
    ended && `convention échue le ${formatDate(ended)}`,
  ]
    .filter(Boolean)
    .join(" ; ");
}

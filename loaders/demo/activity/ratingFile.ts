import type { History } from "../history.js";
import { quoted } from "../notation.js";
import type { Sheet } from "../sheet.js";
import type { Activity } from "./activity.js";
import { isPublished } from "./listFile.js";
import { listName } from "./lists.js";
import { isoMoment } from "./moment.js";

/** Free text that a reader must refuse. */
const COMMENT = "Commentaire fictif, que personne n’a écrit";

/** Writes what agents said of the detections of a company. */
export function writeRatings(
  file: Sheet<"evaluations_liste">,
  { company, span }: History,
  { ratings }: Activity,
): void {
  for (const { consultation, useful, reason, at } of ratings) {
    const { listing, agent } = consultation;
    if (!isPublished(listing, span) || at.day.month >= span.end) continue;
    file.write({
      siren: company.siren,
      list_name: listName(listing.list),
      useful: `${useful}`,
      reason,
      comment: quoted(COMMENT),
      user_email: agent.email,
      user_segment: agent.segment,
      created_at: isoMoment(at),
    });
  }
}

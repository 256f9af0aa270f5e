import type { Span } from "../calendar.js";
import type { History } from "../history.js";
import { isoDate } from "../notation.js";
import type { Sheet } from "../sheet.js";
import type { Activity } from "./activity.js";
import { type Listing, listBatch, listName, publicationOf, THRESHOLDS } from "./lists.js";

/** The model these lists claim to come from: none, they are drawn. */
const ALGORITHM = "demonstration";
/** Names of the alert levels in the files (§4.5): F1 and F2 are names of thresholds. */
const ALERTS = { fort: "Alerte seuil F1", modéré: "Alerte seuil F2" } as const;

/** True for the lists published in the months covered. */
export const isPublished = ({ list }: Pick<Listing, "list">, { start, end }: Span): boolean =>
  list >= start && list < end;

/** Writes the lists a company was on. */
export function writeListings(
  file: Sheet<"listes_detection">,
  { company, span }: History,
  { listings }: Activity,
): void {
  for (const listing of listings) {
    if (!isPublished(listing, span)) continue;
    const { list, level, score, first } = listing;
    file.write({
      siren: company.siren,
      list_name: listName(list),
      date_publication: isoDate(publicationOf(list)),
      batch: listBatch(list),
      algo: ALGORITHM,
      periode: isoDate({ month: list - 1, day: 1 }),
      score: score.toFixed(1),
      alert: ALERTS[level],
      seuil_modere: THRESHOLDS.modéré,
      seuil_fort: THRESHOLDS.fort,
      premiere_alerte: `${first}`,
    });
  }
}

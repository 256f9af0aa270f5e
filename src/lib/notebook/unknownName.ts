import { closest } from "../closest.js";
import { VigieError } from "../error.js";

/** Names listed in a message; the others are counted. */
const LISTED = 40;

/** A table or a column that a notebook asks for and that does not exist, with the nearest that does. */
export function unknownName(
  kind: "table" | "column",
  name: string,
  known: readonly string[],
  within = "",
): VigieError {
  const what = kind === "table" ? `la table « ${name} »` : `la colonne « ${name} » de ${within}`;
  const near = closest(name, known);
  const shown = known.slice(0, LISTED).join(", ");
  const rest = known.length > LISTED ? ` et ${known.length - LISTED} autres` : "";
  return new VigieError(
    kind === "table" ? "unknown-table" : "unknown-column",
    `${what} n’existe pas${near ? ` (la plus proche : « ${near} »)` : ""}`,
    `Il y a : ${shown}${rest}.`,
    2,
  );
}

import { VigieError } from "../error.js";
import { csvNumber } from "./csvNumber.js";
import { PUBLISHED_COLUMNS, type PublishedSeries } from "./publishedRows.js";
import { rowOrder } from "./rowOrder.js";

/** Bytes that a row never exceeds: eight codes, a number of 24 characters, separators. */
const LONGEST_ROW = 128;

const [COMMA, RETURN, NEWLINE] = [0x2c, 0x0d, 0x0a];

/**
 * The CSV of an indicator (RFC 4180: comma, CRLF, header), the dialect that Table Schema tools read
 * without being told, and the one of the downloads under each chart: a point in numbers, nothing
 * where there is no value. Codes are ASCII and need no quotes: bytes are written one by one, three
 * times as fast as texts are joined. `territories`: the codes that exist.
 * Throws a VigieError `unequal-columns`, `betrayed-cell` when a cell that is not published has a
 * value or a published one has none, `duplicate-cell`; a RangeError on an unknown code.
 */
export function indicatorCsv(
  { indicator, rows }: PublishedSeries,
  territories: readonly string[],
): Uint8Array {
  const count = rows.periode.length;
  const uneven = PUBLISHED_COLUMNS.find((name) => rows[name].length !== count);
  if (uneven) throw unequal(indicator, uneven, rows[uneven].length, count);
  const bytes = new Uint8Array((count + 1) * LONGEST_ROW);
  let end = 0;
  const put = (text: string, separator: number) => {
    for (let place = 0; place < text.length; place += 1) bytes[end++] = text.charCodeAt(place);
    bytes[end++] = separator;
  };
  put(PUBLISHED_COLUMNS.join(","), RETURN);
  for (const row of rowOrder(rows, territories)) {
    bytes[end++] = NEWLINE;
    const [value, status] = [rows.valeur[row]!, rows.statut[row]!];
    if ((value !== null) !== (status === "publie")) throw betrayed(indicator, row, status);
    put(rows.periodicite[row]!, COMMA);
    put(rows.periode[row]!, COMMA);
    put(rows.niveau_territoire[row]!, COMMA);
    put(rows.territoire[row]!, COMMA);
    put(rows.niveau_secteur[row]!, COMMA);
    put(rows.secteur[row]!, COMMA);
    put(rows.taille[row]!, COMMA);
    put(value === null ? "" : csvNumber(value), COMMA);
    put(status, RETURN);
  }
  bytes[end++] = NEWLINE;
  return bytes.subarray(0, end);
}

function unequal(indicator: string, column: string, found: number, expected: number): VigieError {
  return new VigieError(
    "unequal-columns",
    `série ${indicator} : la colonne ${column} a ${found} valeurs, ${expected} attendues`,
    "Les colonnes d’une série diffusée ont toutes la même longueur.",
    1,
  );
}

/** The value is not repeated: it may be the one to hide. */
function betrayed(indicator: string, row: number, status: string): VigieError {
  return new VigieError(
    "betrayed-cell",
    `série ${indicator}, case n° ${row + 1} : le statut « ${status} » contredit ${status === "publie" ? "l’absence de" : "la présence d’une"} valeur`,
    "Une case a une valeur si et seulement si elle est publiée. Rien n’a été diffusé.",
    1,
  );
}

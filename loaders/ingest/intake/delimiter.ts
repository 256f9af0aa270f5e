import { withCode } from "../../../src/lib/faults/faults.js";
import type { Delimiter, Source } from "../../sources/source.js";
import { columnsRead, TELLING } from "../columnsRead.js";

/** Every delimiter, with its name in the plural, in French. */
const DELIMITERS: Readonly<Record<Delimiter, string>> = {
  ";": "points-virgules",
  ",": "virgules",
  "\t": "tabulations",
  "|": "barres verticales",
};

/**
 * What sets the cells apart in a file of a source: its own delimiter, unless the header can only be
 * read with another, and one only.
 */
export function delimiterOf(line: string, source: Source): Delimiter {
  if (columnsRead(line, source) > 0) return source.delimiter;
  const others = (Object.keys(DELIMITERS) as Delimiter[]).filter(
    (delimiter) => columnsRead(line, { ...source, delimiter }) >= TELLING,
  );
  return others.length === 1 ? others[0]! : source.delimiter;
}

/** What to say when it is not the one that was agreed. */
export function delimiterNotices(found: Delimiter, agreed: Delimiter): string[] {
  if (found === agreed) return [];
  const text = `cellules séparées par des ${DELIMITERS[found]} au lieu de ${DELIMITERS[agreed]}`;
  return [withCode(text, "other-delimiter")];
}

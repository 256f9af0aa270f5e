import type { Source } from "../sources/source.js";
import { isHeader, readHeader } from "./header.js";

/** A header of fewer columns than this could be that of anything. */
export const TELLING = 2;

/** Columns of a source in a header, months included; 0 when one that it needs is not there. */
export function columnsRead(line: string, source: Source): number {
  const header = readHeader("", line, source);
  if (!isHeader(header)) return 0;
  return header.columns.filter(({ position }) => position).length + header.months.length;
}

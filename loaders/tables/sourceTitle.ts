import { SOURCES } from "../sources/sources.js";

export interface SourceTitle {
  producer: string;
  label: string;
}

/** Titles of sources read « who, what ». */
export function splitTitle(title: string): SourceTitle {
  const comma = title.indexOf(", ");
  const what = comma === -1 ? title : title.slice(comma + 2);
  return {
    producer: comma === -1 ? "" : title.slice(0, comma),
    label: what.charAt(0).toUpperCase() + what.slice(1),
  };
}

/** True for a table as read, false for one computed from others. */
export function isSource(table: string): boolean {
  return SOURCES.some(({ name }) => name === table);
}

/** What a source holds, in French; the name of the table itself when it is not one. */
export function labelOf(table: string): string {
  const source = SOURCES.find(({ name }) => name === table);
  return source ? splitTitle(source.title).label : table;
}

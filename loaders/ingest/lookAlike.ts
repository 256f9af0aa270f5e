import { LAYOUTS } from "../sources/layouts.js";
import { SOURCES } from "../sources/sources.js";
import { columnsRead, TELLING } from "./columnsRead.js";
import { delimiterOf } from "./intake/delimiter.js";

/** What a file of an unknown name looks like. */
export interface LookAlike {
  /** Of the source, in French. */
  title: string;
  /** Name that would have it read. */
  fileName: string;
}

/** The source that reads more of a header than any other; undefined when none does. */
export function lookAlike(line: string): LookAlike | undefined {
  const [best, second] = SOURCES.filter(({ name }) => name in LAYOUTS)
    .map((source) => ({
      source,
      read: columnsRead(line, { ...source, delimiter: delimiterOf(line, source) }),
    }))
    .filter(({ read }) => read >= TELLING)
    .sort((a, b) => b.read - a.read);
  if (!best || best.read === second?.read) return undefined;
  const { name, title } = best.source;
  return { title, fileName: LAYOUTS[name as keyof typeof LAYOUTS].fileName };
}

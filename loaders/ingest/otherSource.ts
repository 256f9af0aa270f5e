import type { Source } from "../sources/source.js";
import { SOURCES } from "../sources/sources.js";
import { columnsRead, TELLING } from "./columnsRead.js";
import type { Fatal } from "./fatal.js";

/**
 * What to say of a file whose header, which is not that of its source, is whole that of another:
 * two files that changed names. Undefined when no other source reads it.
 */
export function otherSource(file: string, line: string, source: Source): Fatal | undefined {
  const fitting = SOURCES.filter((other) => other !== source)
    .map((other) => ({ other, read: columnsRead(line, other) }))
    .filter(({ read }) => read >= TELLING)
    .sort((a, b) => b.read - a.read);
  const [best] = fitting;
  if (!best) return undefined;
  return {
    code: "unmatched-header",
    message: `${file} : le nom est celui de la source « ${source.title} », l’en-tête celui de « ${best.other.title} »`,
    remedy: "Vérifier que deux fichiers n’ont pas été intervertis, puis rendre à chacun son nom",
  };
}

import { readManifest } from "./manifest.js";
import type { FileReport } from "./report.js";

/** A share of rejected rows from which a file deserves a look whatever its past. */
const HIGH = 0.05;

/** A share below which a rise is not worth a word. */
const LOW = 0.005;

/** A rise that no ordinary month explains. */
const RISE = 3;

type Counted = Pick<FileReport, "file" | "source" | "parsed" | "rejected">;

const shareOf = ({ parsed, rejected }: Counted): number => (parsed === 0 ? 0 : rejected / parsed);

const percent = (share: number): string => `${(100 * share).toFixed(1).replace(".", ",")} %`;

/**
 * Files whose share of rejected rows is high or jumped since the former snapshot: as a rejected row
 * never stops a file, this is the only sign of a format changed silently (§1.8, §3).
 */
export async function compareRejects(former: string, files: readonly Counted[]): Promise<string[]> {
  const before: readonly Counted[] = await readManifest(former).then(
    (manifest) => manifest.files,
    () => [],
  );
  return files.flatMap((file) => {
    const share = shareOf(file);
    const past = before.find(({ source }) => source === file.source);
    if (past && share > LOW && share > RISE * shareOf(past))
      return [
        `${file.file} : ${percent(share)} de lignes rejetées, ${percent(shareOf(past))} dans l’instantané précédent ; vérifier que le format n’a pas changé`,
      ];
    if (share > HIGH)
      return [
        `${file.file} : ${percent(share)} de lignes rejetées ; vérifier que le format n’a pas changé`,
      ];
    return [];
  });
}

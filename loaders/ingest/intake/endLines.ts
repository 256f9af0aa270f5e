import { withCode } from "../../../src/lib/faults/faults.js";
import type { ScanOptions } from "../scan.js";
import { copyPath, moved, writeAgain } from "./copy.js";
import type { Intake } from "./intake.js";
import { lineFeeds } from "./lineFeeds.js";

/** Writes again, with one kind of line ending, a text where a carriage return ends lines by itself. */
export async function endLines(
  taken: Intake,
  name: string,
  work: string,
  options: ScanOptions,
): Promise<Intake> {
  if (taken.scan.fatal || !taken.scan.returns) return taken;
  const target = copyPath(work, "lines", name);
  await writeAgain(taken, target, lineFeeds);
  const copy = await moved(taken, target, work, options);
  return { ...copy, notices: [...taken.notices, RETURNS] };
}

const RETURNS = withCode(
  "des lignes finissent par un retour chariot seul : chacun compte pour une fin de ligne",
  "line-endings",
);

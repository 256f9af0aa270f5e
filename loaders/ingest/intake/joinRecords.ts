import { rm } from "node:fs/promises";
import { withCode } from "../../../src/lib/faults/faults.js";
import type { Delimiter } from "../../sources/source.js";
import type { ScanOptions } from "../scan.js";
import { copyPath, moved, writeAgain } from "./copy.js";
import type { Intake } from "./intake.js";
import { Records } from "./records.js";

/** Writes again, one record a line, a text where quoted cells go on over several lines. */
export async function joinRecords(
  taken: Intake,
  name: string,
  work: string,
  delimiter: Delimiter,
  options: ScanOptions,
): Promise<Intake> {
  if (taken.scan.fatal || !taken.scan.oddQuotes) return taken;
  const target = copyPath(work, "records", name);
  const records = new Records(delimiter);
  await writeAgain(taken, target, (chunks) => records.join(chunks));
  if (records.joined === 0) {
    await rm(target);
    return taken;
  }
  const copy = await moved(taken, target, work, options);
  return { ...copy, notices: [...taken.notices, joinedNotice(records.joined)] };
}

function joinedNotice(joined: number): string {
  const many = joined > 1;
  const text = `${joined} enregistrement${many ? "s" : ""} sur plusieurs lignes entre guillemets : chaque fin de ligne y est lue comme une espace, et les numéros de ligne comptent les enregistrements`;
  return withCode(text, "multiline-cell");
}

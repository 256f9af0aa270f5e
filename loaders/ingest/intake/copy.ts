import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type ScanOptions, scan } from "../scan.js";
import type { Intake } from "./intake.js";

/** Bytes read at a time. */
const BLOCK = 1 << 20;

/** Name of a file without what its layout and its compression add to it. */
export const plain = (name: string): string => name.replace(/(\.csv)?(\.gz|\.zip)?$/i, "");

/** Where a text written again goes; `kind` says what for. */
export function copyPath(work: string, kind: string, name: string): string {
  return join(work, `${kind}-${plain(name)}.csv`);
}

/** Writes the text of an intake again through a change, in constant memory. */
export async function writeAgain(
  { path }: Intake,
  target: string,
  change: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer | string>,
): Promise<void> {
  await pipeline(
    createReadStream(path, { highWaterMark: BLOCK }),
    change,
    createWriteStream(target),
  );
}

/** The intake with its text read from a copy; the former copy, if any, is removed. */
export async function moved(
  taken: Intake,
  path: string,
  work: string,
  options: ScanOptions,
): Promise<Intake> {
  const { sha256, bytes } = taken.scan;
  if (dirname(taken.path) === work) await rm(taken.path);
  return { ...taken, path, scan: { ...(await scan(path, options)), sha256, bytes } };
}

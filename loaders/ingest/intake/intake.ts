import { rm } from "node:fs/promises";
import { basename } from "node:path";
import type { Delimiter, Source } from "../../sources/source.js";
import type { Scan } from "../scan.js";
import { decode } from "./decode.js";
import { delimiterNotices, delimiterOf } from "./delimiter.js";
import type { Encoding } from "./encoding.js";
import { endLines } from "./endLines.js";
import type { Compression } from "./expand.js";
import { joinRecords } from "./joinRecords.js";
import { unpack } from "./unpack.js";

/** A file as it was sent, and where to read it as UTF-8 text. */
export interface Intake {
  /** The fingerprint is that of the file as sent, the lines those of its text. */
  scan: Scan;
  /** The file itself, or a copy in the work folder. */
  path: string;
  encoding: Encoding | null;
  compression: Compression | null;
  /** In French, for the report. */
  notices: string[];
}

/** An intake of which the source is known. */
export interface SourceIntake extends Intake {
  /** That of the source, unless the header shows another. */
  delimiter: Delimiter;
}

/**
 * Makes a file readable, in constant memory: expands gzip and zip, recognised by their content,
 * converts what is not UTF-8 and line endings that are not of one kind into copies in `work`. What
 * needs none of it is read where it is; what cannot be read is a {@link Fatal} of the scan.
 */
export async function intake(file: string, work: string): Promise<Intake> {
  return textOf(file, work, false);
}

/**
 * The {@link intake} of a file of a source: finds its delimiter, and joins the quoted cells that go
 * on over several lines unless quotes may stand alone.
 */
export async function sourceIntake(
  file: string,
  work: string,
  source: Source,
): Promise<SourceIntake> {
  const name = basename(file);
  const quotes = source.quotes === "strict";
  const taken = await textOf(file, work, quotes);
  const delimiter = taken.scan.fatal ? source.delimiter : delimiterOf(taken.scan.header, source);
  const notices = [...taken.notices, ...delimiterNotices(delimiter, source.delimiter)];
  const options = { name, quotes };
  return {
    ...(await joinRecords({ ...taken, notices }, name, work, delimiter, options)),
    delimiter,
  };
}

async function textOf(file: string, work: string, quotes: boolean): Promise<Intake> {
  const name = basename(file);
  const options = { name, quotes };
  const opened = await unpack(file, name, work, options);
  return endLines(await decode(opened, name, work, options), name, work, options);
}

/** Removes the copies, once the file is read. */
export async function removeCopy({ path }: Intake, file: string): Promise<void> {
  if (path !== file) await rm(path, { force: true });
}

import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Fatal } from "./fatal.js";
import { Fingerprint, fingerprint } from "./fingerprint.js";

/** What is known of a file before its rows are read. */
export interface Scan {
  /** Of the file as sent, compressed or not. */
  sha256: string;
  bytes: number;
  /** Lines, the header and blank ones included. */
  lines: number;
  /** First line, without byte order mark nor line ending. */
  header: string;
  fatal: Fatal | undefined;
}

/** DuckDB's own limit on the length of a line (`max_line_size`). */
const LONGEST_LINE = 2_000_000;

const NEWLINE = 10;

/** Bytes read at a time. */
const BLOCK = 1 << 20;

/** Reserved by the reader as a delimiter that no line holds. */
export const NEVER = 1;

/**
 * Reads a file once, in constant memory: fingerprint, number of lines, header, and whether it is
 * text in UTF-8 at all. Invalid content is a {@link Fatal}, not an exception.
 */
export async function scan(file: string): Promise<Scan> {
  const print = new Fingerprint();
  const text = new TextScan(basename(file));
  const read = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) text.push(chunk);
  };
  const raw = createReadStream(file, { highWaterMark: BLOCK });
  const observed = (chunks: AsyncIterable<Buffer>) => print.observe(chunks);
  try {
    if (/\.gz$/i.test(file)) await pipeline(raw, observed, createGunzip(), read);
    else await pipeline(raw, observed, read);
  } catch (error) {
    if (!isGzipError(error)) throw error;
    text.fatal = badArchive(basename(file));
  }
  text.end();
  const { sha256, bytes } = text.fatal ? await fingerprint(file) : print.result();
  return { sha256, bytes, lines: text.lines, header: text.header, fatal: text.fatal };
}

function isGzipError(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  return code.startsWith("Z_");
}

/** The state of a reading in progress. */
class TextScan {
  lines = 0;
  header = "";
  fatal: Fatal | undefined;
  #rest = Buffer.alloc(0);
  #headerDone = false;
  #open = 0;
  #first = true;

  constructor(readonly file: string) {}

  push(chunk: Buffer): void {
    if (this.fatal) return;
    if (this.#first && chunk.length > 0) this.#start(chunk);
    if (this.fatal) return;
    const block = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const cut = lastWholeCharacter(block);
    this.#check(block.subarray(0, cut));
    this.#rest = Buffer.from(block.subarray(cut));
  }

  end(): void {
    if (!this.fatal && this.#rest.length > 0) this.#check(this.#rest);
    if (this.#open > 0) this.lines++;
    if (!this.#headerDone) this.#closeHeader();
    if (!this.fatal && this.header.trim() === "") this.fatal = emptyFile(this.file);
  }

  #start(chunk: Buffer): void {
    this.#first = false;
    const [a, b] = chunk;
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) this.fatal = utf16(this.file);
  }

  #check(block: Buffer): void {
    if (!isUtf8(block)) {
      this.fatal = notUtf8(this.file, this.lines + 1 + badLine(block));
      return;
    }
    for (const byte of [0, NEVER]) {
      const at = block.indexOf(byte);
      if (at < 0) continue;
      this.fatal = controlByte(this.file, this.lines + 1 + newlines(block.subarray(0, at)), byte);
      return;
    }
    this.#count(block);
  }

  #count(block: Buffer): void {
    let start = 0;
    for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, start)) {
      this.#extend(block, start, at);
      this.lines++;
      this.#open = 0;
      if (!this.#headerDone) this.#closeHeader();
      start = at + 1;
    }
    this.#extend(block, start, block.length);
  }

  #extend(block: Buffer, start: number, end: number): void {
    this.#open += end - start;
    if (!this.#headerDone) this.header += block.toString("utf8", start, end);
    if (this.#open > LONGEST_LINE && !this.fatal)
      this.fatal = tooLong(this.file, this.lines + 1, this.#open);
  }

  #closeHeader(): void {
    this.#headerDone = true;
    this.header = this.header.replace(/^\uFEFF/, "").replace(/\r$/, "");
  }
}

/** Where the last character that may continue in the next block starts. */
function lastWholeCharacter(block: Buffer): number {
  for (let back = 1; back <= Math.min(3, block.length); back++) {
    const byte = block[block.length - back]!;
    if (byte < 0x80) return block.length;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? block.length - back : block.length;
    }
  }
  return block.length;
}

function newlines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** How many lines of the block come before the first that is not UTF-8. */
function badLine(block: Buffer): number {
  let start = 0;
  for (let line = 0; ; line++) {
    const at = block.indexOf(NEWLINE, start);
    if (at < 0 || !isUtf8(block.subarray(start, at))) return line;
    start = at + 1;
  }
}

/** Line 1 is the first data line; line 0 is the header. */
function place(line: number): string {
  return line === 1 ? "l’en-tête" : `la ligne ${line - 1}`;
}

function notUtf8(file: string, line: number): Fatal {
  return {
    code: "encoding-error",
    message: `${file} : ${place(line)} n’est pas en UTF-8`,
    remedy: `Convertir le fichier : iconv -f ISO-8859-15 -t UTF-8 ${file} > ${file}.utf8, puis le remplacer`,
  };
}

function badArchive(file: string): Fatal {
  return {
    code: "source-error",
    message: `${file} : archive gzip illisible ou tronquée`,
    remedy: "Redemander ou retransférer le fichier",
  };
}

function utf16(file: string): Fatal {
  return {
    code: "encoding-error",
    message: `${file} est en UTF-16, l’UTF-8 est attendu`,
    remedy: `Convertir le fichier : iconv -f UTF-16 -t UTF-8 ${file} > ${file}.utf8, puis le remplacer`,
  };
}

function controlByte(file: string, line: number, byte: number): Fatal {
  return {
    code: "source-error",
    message: `${file} : ${place(line)} contient l’octet de contrôle 0x0${byte}, le fichier est corrompu`,
    remedy: "Redemander ou retransférer le fichier",
  };
}

function tooLong(file: string, line: number, length: number): Fatal {
  return {
    code: "source-error",
    message: `${file} : ${place(line)} compte plus de ${length} octets, la limite est ${LONGEST_LINE}`,
    remedy: "Vérifier les fins de ligne du fichier",
  };
}

function emptyFile(file: string): Fatal {
  return {
    code: "source-error",
    message: `${file} est vide, un en-tête est attendu`,
    remedy: "Redemander ou retransférer le fichier",
  };
}

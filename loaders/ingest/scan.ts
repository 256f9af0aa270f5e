import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Fatal } from "./fatal.js";
import { Fingerprint, fingerprint } from "./fingerprint.js";
import { bareReturn, newlines } from "./newlines.js";

/** What is known of a file before its rows are read. */
export interface Scan {
  /** Of the file that was read. */
  sha256: string;
  bytes: number;
  /** Lines, the header and blank ones included. */
  lines: number;
  /** First line, without byte order mark nor line ending. */
  header: string;
  /** The last line has no line ending. */
  unended: boolean;
  /** Some carriage return has no line feed after it: lines end as on an old Mac, or in two ways. */
  returns: boolean;
  /** Empty lines, line 1 being the first data line. */
  blanks: number[];
  /** There is a quote somewhere. */
  quoted: boolean;
  /** Some line has an odd number of quotes, where asked: a cell may go on over several lines. */
  oddQuotes: boolean;
  fatal: Fatal | undefined;
}

/** What is known of the text of a file that was not opened. */
export const UNREAD = {
  lines: 0,
  header: "",
  unended: false,
  returns: false,
  blanks: [] as number[],
  quoted: false,
  oddQuotes: false,
};

/** DuckDB's own limit on the length of a line (`max_line_size`). */
const LONGEST_LINE = 2_000_000;

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** Bytes read at a time. */
const BLOCK = 1 << 20;

/** Reserved by the reader as a delimiter that no line holds. */
export const NEVER = 1;

export interface ScanOptions {
  /** For messages; defaults to that of the file. */
  name?: string;
  /** Look for lines with an odd number of quotes; defaults to false, for it takes time. */
  quotes?: boolean;
}

/**
 * Reads a file once, in constant memory: fingerprint, number of lines, header, and whether it is
 * text in UTF-8 at all. Invalid content is a {@link Fatal}, not an exception.
 */
export async function scan(file: string, options: ScanOptions = {}): Promise<Scan> {
  const { name = basename(file), quotes = false } = options;
  const print = new Fingerprint();
  const text = new TextScan(name, quotes);
  const read = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) text.push(chunk);
  };
  const raw = createReadStream(file, { highWaterMark: BLOCK });
  await pipeline(raw, (chunks: AsyncIterable<Buffer>) => print.observe(chunks), read);
  text.end();
  const { sha256, bytes } = text.fatal ? await fingerprint(file) : print.result();
  return {
    sha256,
    bytes,
    lines: text.lines,
    header: text.header,
    unended: text.unended,
    returns: text.returns,
    blanks: text.blanks,
    quoted: text.quoted,
    oddQuotes: text.oddQuotes,
    fatal: text.fatal,
  };
}

/** The state of a reading in progress. */
class TextScan {
  lines = 0;
  header = "";
  unended = false;
  returns = false;
  quoted = false;
  oddQuotes = false;
  blanks: number[] = [];
  fatal: Fatal | undefined;
  #rest = Buffer.alloc(0);
  #headerDone = false;
  #open = 0;
  #first = true;
  #returned = false;
  #odd = false;
  /** Last two bytes. */
  #tail = "";

  constructor(
    readonly file: string,
    readonly quotes: boolean,
  ) {}

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
    if (this.#returned) this.returns = true;
    if (this.#odd) this.oddQuotes = true;
    this.unended = this.#open > 0;
    if (this.unended) this.lines++;
    if (!this.#headerDone) this.#closeHeader();
    if (!this.fatal && this.lines === 0 && !this.returns) this.fatal = emptyFile(this.file);
  }

  #start(chunk: Buffer): void {
    this.#first = false;
    if (isOtherFormat(chunk)) this.fatal = otherFormat(this.file);
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
    if (block.length === 0) return;
    if (!this.returns) this.#lookForReturns(block);
    this.quoted ||= block.includes(QUOTE);
    if (this.quotes && !this.oddQuotes) this.#lookForQuotes(block);
    const { first, last } = breaksOf(block);
    this.#noteBlanks(block);
    this.#extend(block, first < 0 ? block.length : first);
    this.lines += newlines(block);
    if (first < 0) return;
    if (!this.#headerDone) this.#closeHeader();
    this.#open = 0;
    this.#extend(block.subarray(last + 1), block.length - last - 1);
  }

  /** Lines between two ends of the same block are shorter than it, hence than the limit. */
  #extend(block: Buffer, end: number): void {
    this.#open += end;
    if (!this.#headerDone) this.header += block.toString("utf8", 0, end);
    if (this.#open > LONGEST_LINE && !this.fatal)
      this.fatal = tooLong(this.file, this.lines + 1, this.#open);
  }

  #lookForReturns(block: Buffer): void {
    if (this.#returned && block[0] !== NEWLINE) this.returns = true;
    const at = bareReturn(block);
    this.#returned = at >= 0 && at === block.length - 1;
    if (at >= 0 && !this.#returned) this.returns = true;
  }

  #noteBlanks(block: Buffer): void {
    const ends = blankEnds(block);
    const start = this.#tail + block.toString("latin1", 0, 2);
    const before = this.#tail.length;
    if (endsBlank(start.slice(0, before + 1))) ends.unshift(0);
    else if (endsBlank(start.slice(before - 1)) && block[0] === RETURN) ends.unshift(1);
    let line = this.lines;
    let seen = 0;
    for (const end of ends) {
      line += newlines(block.subarray(seen, end));
      seen = end;
      this.blanks.push(line);
    }
    this.#tail = (this.#tail + block.toString("latin1", Math.max(0, block.length - 2))).slice(-2);
  }

  /** As long as every line has its quotes in pairs, no line ends between the two of a pair. */
  #lookForQuotes(block: Buffer): void {
    let feed = -1;
    for (let at = 0; ; ) {
      const open = this.#odd ? 0 : block.indexOf(QUOTE, at);
      if (open < 0) return;
      const close = block.indexOf(QUOTE, this.#odd ? 0 : open + 1);
      if (feed < open) feed = endFrom(block, open);
      this.#odd = close < 0;
      this.oddQuotes = feed < (this.#odd ? block.length : close);
      if (this.oddQuotes || this.#odd) return;
      at = close + 1;
    }
  }

  #closeHeader(): void {
    this.#headerDone = true;
    this.header = this.header.replace(/^\uFEFF/, "");
  }
}

/** Where the first and the last lines of a block end, by either character; -1 for none. */
function breaksOf(block: Buffer): { first: number; last: number } {
  const [feed, back] = [block.indexOf(NEWLINE), block.indexOf(RETURN)];
  const first = feed < 0 || back < 0 ? Math.max(feed, back) : Math.min(feed, back);
  return { first, last: Math.max(block.lastIndexOf(NEWLINE), block.lastIndexOf(RETURN)) };
}

/** Ends of the empty lines that start in the block, in order. */
function blankEnds(block: Buffer): number[] {
  const ends: number[] = [];
  for (const pattern of BLANK_LINES)
    for (let at = block.indexOf(pattern); at >= 0; at = block.indexOf(pattern, at + 1))
      ends.push(at + pattern.length - 1);
  return ends.sort((a, b) => a - b);
}

const BLANK_LINES = ["\n\n", "\n\r\n"];

const endsBlank = (text: string): boolean => BLANK_LINES.some((pattern) => text.endsWith(pattern));

/** Where the line ends that goes through a place; the length of the block when it goes on. */
function endFrom(block: Buffer, from: number): number {
  const feed = block.indexOf(NEWLINE, from);
  return feed < 0 ? block.length : feed;
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

/** First bytes of what is sent by mistake for a text: PDF, workbook or archive, old workbook, Parquet. */
const SIGNATURES = ["%PDF", "PK\x03\x04", "\xd0\xcf\x11\xe0", "PAR1"];

function isOtherFormat(start: Buffer): boolean {
  return SIGNATURES.includes(start.toString("latin1", 0, 4));
}

function otherFormat(file: string): Fatal {
  return {
    code: "format-error",
    message: `${file} n’est pas un fichier de texte : PDF, classeur, archive ou base`,
    remedy: "Redemander un export en CSV, sans passer par un tableur",
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

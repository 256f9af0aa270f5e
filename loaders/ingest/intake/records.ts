import { type QuoteState, readQuotes, START } from "./quoteState.js";

/** Our choice: a text typed in a form is shorter, and a quote that never closes swallows no more. */
const MOST_LINES = 1000;

/** Byte order mark of UTF-8, byte by byte. */
const MARK = /^\xef\xbb\xbf/;

/** In bytes; half the length that a line may have. */
const LONGEST = 1_000_000;

/**
 * Puts on one line each record whose quoted cells go on over several, a space for each line break
 * inside (RFC 4180, §2.6). Only what makes a record of as many cells as the first one, within bounds,
 * is joined: other lines are left as they are, so that quotes that do not pair harm no other line.
 */
export class Records {
  /** Records that were on several lines. */
  joined = 0;
  #width = 0;
  #held: string[] = [];
  #size = 0;
  #state: QuoteState = START;

  constructor(readonly delimiter: string) {}

  async *join(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let rest = "";
    for await (const chunk of chunks) {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop()!;
      const ready = lines.flatMap((line) => this.#next(line));
      if (ready.length > 0) yield Buffer.from(`${ready.join("\n")}\n`, "latin1");
    }
    const last = [...(rest === "" ? [] : this.#next(rest)), ...this.#release()];
    if (last.length === 0) return;
    yield Buffer.from(last.join("\n") + (rest === "" ? "\n" : ""), "latin1");
  }

  /** What can be written once a line is read. */
  #next(line: string): string[] {
    if (this.#held.length === 0) return this.#first(line);
    this.#state = readQuotes(withoutReturn(line), this.delimiter, this.#state);
    const { end, cells } = this.#state;
    if (end === "open") {
      this.#hold(line);
      return this.#held.length > MOST_LINES || this.#size > LONGEST ? this.#release() : [];
    }
    if (end === "closed" && this.#fits(cells)) {
      const record = [...this.#held.map(withoutReturn), line].join(" ");
      this.#release();
      this.joined++;
      return [record];
    }
    // Lines held after the first have their quotes in pairs: none of them starts a record.
    return [...this.#release(), ...this.#first(line)];
  }

  #first(line: string): string[] {
    this.#state = readQuotes(withoutReturn(line).replace(MARK, ""), this.delimiter, START);
    const { end, cells } = this.#state;
    if (end === "open") {
      this.#hold(line);
      return [];
    }
    if (end === "closed") this.#width ||= cells;
    return [line];
  }

  #fits(cells: number): boolean {
    this.#width ||= cells;
    return cells === this.#width;
  }

  #hold(line: string): void {
    this.#held.push(line);
    this.#size += line.length;
  }

  #release(): string[] {
    const lines = this.#held;
    this.#held = [];
    this.#size = 0;
    return lines;
  }
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

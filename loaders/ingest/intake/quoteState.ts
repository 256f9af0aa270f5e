/** Where a line stops: out of quotes, inside those of its last cell, or where quotes break the rules. */
export interface QuoteState {
  end: "closed" | "open" | "torn";
  /** Cells that start on the line or before it, in the record. */
  cells: number;
}

/** Before the first line of a record. */
export const START: QuoteState = { end: "closed", cells: 0 };

const QUOTE = '"';

/**
 * Reads one more line of a record by the grammar of RFC 4180, §2: quotes surround a whole cell, and
 * are doubled inside it. `before` is {@link START} or the state, open, of the line before.
 */
export function readQuotes(line: string, delimiter: string, before: QuoteState): QuoteState {
  let { cells } = before;
  let inside = before.end === "open";
  for (let at = 0; ; ) {
    if (!inside) {
      cells++;
      inside = line[at] === QUOTE;
      const next = line.indexOf(delimiter, at);
      if (!inside) {
        const quote = line.indexOf(QUOTE, at);
        if (quote >= 0 && (next < 0 || quote < next)) return { end: "torn", cells };
        if (next < 0) return { end: "closed", cells };
        at = next + 1;
        continue;
      }
      at++;
    }
    const close = closingQuote(line, at);
    if (close < 0) return { end: "open", cells };
    if (close + 1 === line.length) return { end: "closed", cells };
    if (line[close + 1] !== delimiter) return { end: "torn", cells };
    inside = false;
    at = close + 2;
  }
}

/** The first quote that is not doubled, from a place inside a cell; -1 for none. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf(QUOTE, from);
  while (at >= 0 && line[at + 1] === QUOTE) at = line.indexOf(QUOTE, at + 2);
  return at;
}

/** When a page was printed. All have the same length. */
const DATES = /\/(CreationDate|ModDate) ?\(D:\d{14}[^)]*\)/g;

/** How Chromium names the parts of a tagged document: by a counter that goes on while the page is made. */
const PARTS = /\bnode(\d{8})\b/g;

/**
 * A PDF of Chromium with the dates of the batch instead of those of the printing: same page, same
 * bytes. Its parts are numbered from 1 in the order they had. Places in the file hold, since all is
 * replaced by something as long (ISO 32000-1, 7.9.4 and 14.7.2).
 */
export function steadyPdf(pdf: Uint8Array, day: string): Buffer {
  const stamp = `D:${day.replaceAll("-", "")}000000`;
  const text = Buffer.from(pdf).toString("latin1");
  const numbers = [...new Set(Array.from(text.matchAll(PARTS), ([, number]) => number!))].sort();
  const ranks = new Map(numbers.map((number, rank) => [number, String(rank + 1).padStart(8, "0")]));
  const named = text.replace(PARTS, (_, number: string) => `node${ranks.get(number)}`);
  const steady = named.replace(DATES, (found, name: string) => {
    const start = found.startsWith(`/${name} `) ? `/${name} (` : `/${name}(`;
    const rest = found.length - start.length - stamp.length - 1;
    return `${start}${stamp}${"+00'00'".slice(0, rest).padEnd(rest, " ")})`;
  });
  return Buffer.from(steady, "latin1");
}

import { gzipSync } from "node:zlib";
import type { Random } from "../../loaders/demo/random.js";

/** A file made wrong: its bytes, and the name it is sent under. */
export interface Mutant {
  name: string;
  bytes: Buffer;
}

type Mutation = (file: Mutant, random: Random) => Mutant;

const NEWLINE = 10;
const LONG_LINE = 10_000_000;
const BOMB = 64_000_000;

const onText =
  (change: (lines: string[], random: Random) => string[]): Mutation =>
  ({ name, bytes }, random) => ({
    name,
    bytes: Buffer.from(change(bytes.toString("utf8").split("\n"), random).join("\n")),
  });

const anyLine = (lines: readonly string[], random: Random): number =>
  random.integer(0, lines.length - 1);

const insertAt = (line: string, at: number, piece: string): string =>
  line.slice(0, at) + piece + line.slice(at);

function inserted(bytes: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

/** What happens to files on their way: cut, spoiled, rewritten by a spreadsheet, or hostile. */
export const MUTATIONS: Record<string, Mutation> = {
  truncated: ({ name, bytes }, random) => ({
    name,
    bytes: bytes.subarray(0, random.integer(0, bytes.length)),
  }),
  "bytes flipped": ({ name, bytes }, random) => {
    const flipped = Buffer.from(bytes);
    for (let count = random.integer(1, 20); count > 0 && flipped.length > 0; count--)
      flipped[random.integer(0, flipped.length - 1)]! ^= 1 << random.integer(0, 7);
    return { name, bytes: flipped };
  },
  "columns shuffled": onText((lines, random) => {
    const delimiter = lines[0]!.includes(";") ? ";" : ",";
    const order = lines[0]!.split(delimiter).map((_, index) => ({ index, at: random.uniform() }));
    order.sort((a, b) => a.at - b.at);
    return lines.map((line) => {
      const cells = line.split(delimiter);
      return line === "" ? line : order.map(({ index }) => cells[index] ?? "").join(delimiter);
    });
  }),
  "header shuffled alone": onText(([header, ...lines], random) => {
    const delimiter = header!.includes(";") ? ";" : ",";
    const labels = header!.split(delimiter).map((label) => ({ label, at: random.uniform() }));
    labels.sort((a, b) => a.at - b.at);
    return [labels.map(({ label }) => label).join(delimiter), ...lines];
  }),
  "quotes unbalanced": onText((lines, random) => {
    for (let count = random.integer(1, 5); count > 0; count--) {
      const at = anyLine(lines, random);
      lines[at] = insertAt(lines[at]!, random.integer(0, lines[at]!.length), '"');
    }
    return lines;
  }),
  "a line of 10 MB": onText((lines, random) => {
    const at = anyLine(lines, random);
    lines[at] += "7".repeat(LONG_LINE);
    return lines;
  }),
  "NUL bytes": ({ name, bytes }, random) => ({
    name,
    bytes: inserted(bytes, random.integer(0, bytes.length), Buffer.alloc(random.integer(1, 9))),
  }),
  "another separator": ({ name, bytes }, random) => {
    const text = bytes.toString("utf8");
    const delimiter = text.split("\n", 1)[0]!.includes(";") ? ";" : ",";
    const other = random.pick([";", ",", "\t", "|", "::"].filter((one) => one !== delimiter));
    return { name, bytes: Buffer.from(text.replaceAll(delimiter, other)) };
  },
  "a bomb of nested gzip": ({ name }, random) => {
    let bytes = gzipSync(Buffer.alloc(random.integer(1, BOMB), "0"), { level: 1 });
    for (let depth = random.integer(0, 4); depth > 0; depth--) bytes = gzipSync(bytes);
    return { name: `${name}.gz`, bytes };
  },
  "a truncated archive": ({ name, bytes }, random) => {
    const packed = gzipSync(bytes);
    return { name: `${name}.gz`, bytes: packed.subarray(0, random.integer(0, packed.length)) };
  },
  "an archive under a plain name": ({ name, bytes }) => ({ name, bytes: gzipSync(bytes) }),
  "old line ends": ({ name, bytes }, random) => ({
    name,
    bytes: Buffer.from(bytes.toString("utf8").replaceAll("\n", random.pick(["\r", "\r\n"]))),
  }),
  "line ends mixed": onText((lines, random) =>
    lines.map((line) => line + random.pick(["", "\r", "\n", "\r\r"])),
  ),
  "another encoding": ({ name, bytes }, random) => ({
    name,
    bytes: Buffer.from(`\uFEFF${bytes}`, random.pick(["utf16le", "utf8", "latin1"] as const)),
  }),
  "accents of two encodings": ({ name, bytes }, random) => {
    const spoiled = inserted(bytes, random.integer(0, bytes.length), Buffer.from("é"));
    return {
      name,
      bytes: inserted(spoiled, random.integer(0, bytes.length), Buffer.from([0xe9])),
    };
  },
  "cells added or lost": onText((lines, random) => {
    const delimiter = lines[0]!.includes(";") ? ";" : ",";
    return lines.map((line) => {
      if (!random.chance(0.2)) return line;
      return random.chance(0.5)
        ? line.replace(delimiter, "")
        : insertAt(line, random.integer(0, line.length), delimiter);
    });
  }),
  "lines repeated, lost, blank": onText((lines, random) =>
    lines.flatMap((line) =>
      random.weighted([
        [[line], 6],
        [[line, line], 1],
        [[], 1],
        [[line, ""], 1],
        [[line, "   "], 1],
      ]),
    ),
  ),
  "a label twice": onText(([header, ...lines]) => {
    const delimiter = header!.includes(";") ? ";" : ",";
    const [first] = header!.split(delimiter);
    return [header + delimiter + first, ...lines.map((line) => line && line + delimiter)];
  }),
  "random bytes": ({ name }, random) => ({
    name,
    bytes: Buffer.from(
      Array.from({ length: random.integer(0, 5000) }, () => random.integer(0, 255)),
    ),
  }),
  "values out of all bounds": onText((lines, random) => {
    const delimiter = lines[0]!.includes(";") ? ";" : ",";
    const odd = [
      "1e300",
      "-0",
      "NaN",
      "٣",
      "=1+1",
      "__proto__",
      "'",
      "\\",
      "%s",
      "99999999999999999999",
    ];
    return lines.map((line, index) => {
      const cells = line.split(delimiter);
      if (index === 0 || line === "" || !random.chance(0.3)) return line;
      cells[random.integer(0, cells.length - 1)] = random.pick(odd);
      return cells.join(delimiter);
    });
  }),
};

/**
 * Lines after the header that a file must account for, counted without the reader; undefined when
 * only a reader can tell: archives, other encodings, a carriage return.
 */
export function dataLines({ name, bytes }: Mutant): number | undefined {
  if (name.endsWith(".gz") || bytes.includes("\r") || bytes.includes(0)) return undefined;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return undefined;
  let lines = 0;
  for (const byte of bytes) if (byte === NEWLINE) lines++;
  const open = bytes.length > 0 && bytes.at(-1) !== NEWLINE ? 1 : 0;
  return lines + open - 1;
}

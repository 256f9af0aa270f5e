import { gzipSync } from "node:zlib";
import type { Finding } from "./findings.js";
import {
  INPUTS,
  type Input,
  linesOf,
  textOf,
  withCell,
  withColumn,
  withLabels,
  withoutColumn,
} from "./inputs.js";

/** A fault put in a file, and what the report must say of it: nothing else. */
export interface CsvFault {
  /** How the file is made wrong; `suffix` completes its name. */
  spoil: (input: Input) => { bytes: string | Buffer; suffix?: string };
  found: (input: Input) => Partial<Finding>;
}

const lines = (all: readonly string[]): { bytes: string } => ({ bytes: `${all.join("\n")}\n` });

/** The line of the file whose data line it is. */
const at = (input: Input, line: number): string => linesOf(input)[line]!;

function spliced(input: Input, line: number, ...put: readonly string[]): { bytes: string } {
  const all = linesOf(input);
  return lines([...all.slice(0, line), ...put, ...all.slice(line)]);
}

function replaced(input: Input, line: number, text: string): { bytes: string } {
  return lines(linesOf(input).map((old, index) => (index === line ? text : old)));
}

/** Every error of Frictionless that the reader raises under its own name. */
export const CSV_FAULTS: Readonly<Record<string, CsvFault>> = {
  "encoding-error": {
    spoil: (input) => {
      const before = textOf(withColumn(input, "ville")).replaceAll("x\n", "é à è ù\n");
      const cut = before.split("\n").slice(0, 3).join("\n").length;
      const bytes = Buffer.from(before);
      const spoiled = Buffer.from(before.slice(cut), "latin1");
      return {
        bytes: Buffer.concat([bytes.subarray(0, Buffer.byteLength(before.slice(0, cut))), spoiled]),
      };
    },
    found: () => ({ line: 3 }),
  },
  "format-error": {
    spoil: () => ({ bytes: "%PDF-1.7\n1 0 obj\n" }),
    found: () => ({ line: null }),
  },
  "compression-error": {
    spoil: (input) => ({ bytes: gzipSync(textOf(input)).subarray(0, 60), suffix: ".gz" }),
    found: () => ({ line: null }),
  },
  "source-error": {
    spoil: (input) => replaced(input, 2, `${at(input, 2)}\0`),
    found: () => ({ line: 2 }),
  },
  "blank-header": {
    spoil: (input) => replaced(input, 0, ""),
    found: () => ({ line: null }),
  },
  "unmatched-header": {
    spoil: (input) => {
      const names = Object.values(INPUTS);
      const other = names[(names.indexOf(input) + 1) % names.length]!;
      return { bytes: textOf(other) };
    },
    found: () => ({ line: null }),
  },
  "blank-label": {
    spoil: (input) => ({ bytes: textOf(withColumn(input, "")) }),
    found: () => ({ line: null }),
  },
  "duplicate-label": {
    spoil: (input) => ({ bytes: textOf(withColumn(input, input.required)) }),
    found: ({ required }) => ({ column: required.toLowerCase() }),
  },
  "missing-label": {
    spoil: (input) => ({ bytes: textOf(withoutColumn(input, input.required)) }),
    found: ({ required }) => ({ column: required }),
  },
  "extra-label": {
    spoil: (input) => ({ bytes: textOf(withColumn(input, "nouveau")) }),
    found: () => ({ column: "nouveau" }),
  },
  "incorrect-label": {
    spoil: (input) => {
      const { label, as } = input.misspelt;
      return { bytes: textOf(withLabels(input, (old) => (old === label ? as : old))) };
    },
    found: ({ misspelt }) => ({ column: misspelt.as.trim() }),
  },
  "blank-row": {
    spoil: (input) => spliced(input, 3, ""),
    found: () => ({ line: 3 }),
  },
  "duplicate-row": {
    spoil: (input) => spliced(input, 3, at(input, 1)),
    found: () => ({ line: 3 }),
  },
  "primary-key": {
    spoil: (input) =>
      spliced(input, 4, at(withCell(input, 1, input.value.label, input.value.other), 1)),
    found: () => ({ line: 4 }),
  },
  "missing-cell": {
    spoil: (input) => {
      const row = at(input, 2);
      return replaced(input, 2, row.slice(0, row.lastIndexOf(input.delimiter)));
    },
    found: () => ({ line: 2, column: null }),
  },
  "extra-cell": {
    spoil: (input) => replaced(input, 4, `${at(input, 4)}${input.delimiter}x`),
    found: () => ({ line: 4, column: null }),
  },
  "type-error": {
    spoil: (input) => ({ bytes: textOf(withCell(input, 3, input.typed.label, input.typed.wrong)) }),
    found: ({ typed }) => ({ line: 3, column: typed.label }),
  },
  "constraint-error": {
    spoil: (input) => ({ bytes: textOf(withCell(input, 2, input.required, "")) }),
    found: ({ required }) => ({ line: 2, column: required }),
  },
  "truncated-value": {
    spoil: (input) => ({ bytes: textOf(input).trimEnd() }),
    found: () => ({ line: null }),
  },
  "table-dimensions": {
    spoil: (input) => lines([at(input, 0)]),
    found: () => ({ line: null }),
  },
};

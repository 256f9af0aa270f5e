import type { FileReport } from "../../../loaders/ingest/report.js";

/** A fault that the report of a file tells, and where. */
export interface Finding {
  code: string;
  /** Line 1 is the first data line; null when the fault is the file's, or its count alone is told. */
  line: number | null;
  column: string | null;
}

/** Everything a report finds wrong in a file, however it says so, in the order it says it. */
export function findingsOf(report: FileReport): Finding[] {
  const { fatal, messages, notices, skips, refused } = report;
  return [
    ...(fatal ? [{ code: codeOf(fatal), line: lineOf(fatal), column: quotedOf(fatal) }] : []),
    ...messages.map(rejectOf),
    ...notices
      .filter((notice) => notice.endsWith("]"))
      .map((text) => ({ code: codeOf(text), line: lineOf(text), column: quotedOf(text) })),
    ...skips.map(({ code }) => ({ code, line: null, column: null })),
    ...refused.map((column) => ({ code: "nominative-label", line: null, column })),
  ];
}

const codeOf = (text: string): string => /\[([a-z0-9-]+)\]$/.exec(text)![1]!;

function lineOf(text: string): number | null {
  const line = /ligne ([0-9]+)/.exec(text)?.[1];
  return line === undefined ? null : Number(line);
}

/** The label that a message of a header quotes. */
function quotedOf(text: string): string | null {
  if (!/colonne|illisible/.test(text)) return null;
  return /« ([^»]*) »/.exec(text)?.[1] ?? / dans (\w+)/.exec(text)?.[1] ?? null;
}

function rejectOf(message: string): Finding {
  const [, line, column] = /^Line (\d+): (?:([^:«]+): )?/.exec(message)!;
  return { code: codeOf(message), line: Number(line), column: column ?? null };
}

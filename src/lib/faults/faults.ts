import { CELL_FAULTS } from "./cellFaults.js";
import type { Fault } from "./fault.js";
import { FILE_FAULTS } from "./fileFaults.js";
import { HEADER_FAULTS } from "./headerFaults.js";
import { ROW_FAULTS } from "./rowFaults.js";
import { TABLE_FAULTS } from "./tableFaults.js";

const ALL = {
  ...FILE_FAULTS,
  ...HEADER_FAULTS,
  ...ROW_FAULTS,
  ...CELL_FAULTS,
  ...TABLE_FAULTS,
} as const satisfies Record<string, Fault>;

/** Stable name of a fault, in the reports, the rejected rows and the address of its page. */
export type FaultCode = keyof typeof ALL;

/** What the reader can find wrong, by code, from the file to the table. */
export const FAULTS: Readonly<Record<FaultCode, Fault>> = ALL;

export const FAULT_CODES = Object.keys(ALL) as readonly FaultCode[];

export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code);
}

/** The fault of a code read in a report; throws for one that the vocabulary does not hold. */
export function faultOf(code: string): Fault {
  if (!isFaultCode(code)) throw new Error(`unknown fault code: ${code}`);
  return FAULTS[code];
}

/** A sentence of the report with its code, as every message ends: `… [extra-label]`. */
export function withCode(text: string, code: string): string {
  return `${text} [${code}]`;
}

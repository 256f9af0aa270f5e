import { folded } from "../format/folded.js";
import { FAULT_LEVELS, type Fault, type FaultLevel } from "./fault.js";
import { FAULT_CODES, FAULTS, type FaultCode } from "./faults.js";

/** A fault with its code, as the tables of the site show it. */
export interface NamedFault extends Fault {
  code: FaultCode;
}

/** Faults of a level that hold every word of a text, whatever its accents and its case. */
export function searchFaults(level: FaultLevel, text: string): NamedFault[] {
  const words = folded(text).split(" ").filter(Boolean);
  return FAULT_CODES.map((code) => ({ code, ...FAULTS[code] }))
    .filter((fault) => fault.level === level)
    .filter((fault) => words.every((word) => wordsOf(fault).includes(word)));
}

function wordsOf({ code, level, title, message, explanation, sources }: NamedFault): string {
  return folded([code, FAULT_LEVELS[level], title, message, explanation, sources].join(" "));
}

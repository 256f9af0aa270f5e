import { VigieError } from "../../src/lib/error.js";
import type { FaultCode } from "../../src/lib/faults/faults.js";

/** What stops the reading of one file; the others go on. */
export interface Fatal {
  /** Of the vocabulary of faults: `missing-label`, `encoding-error`, `source-error`… */
  code: FaultCode;
  message: string;
  remedy: string;
}

/** The paragraph that the report carries. */
export function fatalText({ code, message, remedy }: Fatal): string {
  return new VigieError(code, message, remedy).paragraph;
}

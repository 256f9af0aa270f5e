import { VigieError } from "../../src/lib/error.js";

/** What stops the reading of one file; the others go on. */
export interface Fatal {
  /** Frictionless name: `missing-label`, `encoding-error`, `source-error`… */
  code: string;
  message: string;
  remedy: string;
}

/** The paragraph that the report carries. */
export function fatalText({ code, message, remedy }: Fatal): string {
  return new VigieError(code, message, remedy).paragraph;
}

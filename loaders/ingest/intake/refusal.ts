import type { FaultCode } from "../../../src/lib/faults/faults.js";

/** Why an archive is not read, in French; its file is fatal, the others go on. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly fault: FaultCode = "compression-error",
  ) {
    super(message);
  }
}

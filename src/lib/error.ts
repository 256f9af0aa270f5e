/**
 * An error meant for a person: what is wrong, where, and what to do next, in French, with a stable
 * code to search for. The command line prints it as one paragraph and exits with `exitCode`; any
 * other error is a bug and keeps its stack.
 */
export class VigieError extends Error {
  override name = "VigieError";

  constructor(
    /** Stable, searchable; Frictionless names where one exists (`missing-label`, `encoding-error`…). */
    readonly code: string,
    /** What is wrong, naming the file, line, column and value when there is one. No final period. */
    message: string,
    /** What to do next, as a sentence. */
    readonly remedy: string,
    /** 1: the data or a check failed; 2: usage or configuration. */
    readonly exitCode: 1 | 2 = 1,
    /** What is known besides, for machines and for the command that failed. */
    readonly details?: unknown,
  ) {
    super(message);
  }

  /** `message. remedy [code]`, the paragraph people read. */
  get paragraph(): string {
    return `${this.message}. ${this.remedy} [${this.code}]`;
  }

  /** What a page shows of an error of its code. */
  override toString(): string {
    return this.paragraph;
  }
}

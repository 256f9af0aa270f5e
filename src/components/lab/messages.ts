import type { VariableWords } from "../../lib/fit/describe.js";
import type { LabFit } from "../../lib/fit/labFit.js";
import type { LibraryFit } from "../../lib/fit/libraryFit.js";
import type { Spec } from "../../lib/fit/spec.js";

/** What the page asks of the worker. */
export interface LabOrder {
  /** Address of `features.parquet`. */
  features: string;
  spec: Spec;
  variables: readonly VariableWords[];
  /** Also fit the library `ml-logistic-regression`, on so many rows at most. */
  library: number;
}

/** What it answers. */
export type LabNews =
  /** Its modules are loaded, solver included: an order sent before would be lost. */
  | { kind: "ready" }
  | { kind: "progress"; item: string }
  | {
      kind: "fitted";
      fit: LabFit;
      library: LibraryFit | null;
      milliseconds: { read: number; fit: number };
      rows: number;
    }
  | { kind: "failed"; message: string };

import type { Term } from "../model.js";
import type { LeverName } from "./catalogue.js";

/** The features of one company by name: flags are 0 or 1, NaN when empty. */
export type Values = (feature: string) => number;

/** How a measure was scaled on the training sample; undefined when the model does not read it. */
export type Training = (feature: string) => Standardised | undefined;

export type Standardised = Extract<Term["transform"], { kind: "standardised" }>;

/** A quantity a company can act on, and the features that move with it. */
export interface Lever {
  name: LeverName;
  /** Features that `range` reads. */
  reads: readonly string[];
  /** Undefined when the company has nothing to change there, or nobody knows. */
  range(values: Values, training: Training): Range | undefined;
  /** Everything computed from the quantity today; past values are not. */
  moves: readonly Move[];
  /**
   * Features that would change too, in a way these data do not tell. A model that reads one of them
   * is not offered the lever, for the effect announced would be wrong.
   */
  untold: readonly string[];
}

/** Where the quantity is, how far it may realistically go, and the step between readable values. */
export interface Range {
  from: number;
  /** Above or below `from`: the one direction the lever may take. */
  to: number;
  step: number;
}

/** A feature once the quantity has become `quantity`. */
export interface Move {
  feature: string;
  /** Other features the formula reads. */
  reads?: readonly string[];
  at(values: Values, quantity: number, from: number): number;
}

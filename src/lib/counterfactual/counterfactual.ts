import type { Level } from "../levels.js";
import type { LeverName } from "./catalogue.js";

/** What would lower the level that the thresholds alone give a company. */
export interface Counterfactual {
  /** Before the rules of experts. */
  level: Level;
  /**
   * Each enough by itself, the smallest first: changes of one lever, or one pair when no lever alone
   * is enough. Empty when nothing realistic is.
   */
  options: Option[];
}

export interface Option {
  changes: Change[];
  /** Length of the change, in standard deviations of the training sample. */
  cost: number;
  /** Log-odds, calibrated probability and level once the change is made, all else equal. */
  eta: number;
  probability: number;
  level: Level;
}

/** A quantity brought from one value to another, in the unit of the lever. */
export interface Change {
  lever: LeverName;
  from: number;
  to: number;
}

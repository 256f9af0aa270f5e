import { inputsOf } from "../../src/lib/counterfactual/compile.js";
import type { Model } from "../../src/lib/model.js";
import { ACTIONABLE } from "./actionable.js";

/** Measures that `counterfactualsOf` reads besides the features of the model. */
export function actionableInputs({ terms }: Pick<Model, "terms">): string[] {
  return inputsOf(terms, ACTIONABLE);
}

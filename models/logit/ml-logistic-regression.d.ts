/** The package ships no types; only what is used. */
declare module "ml-logistic-regression" {
  import type { Matrix } from "ml-matrix";

  export default class LogisticRegression {
    constructor(options: { numSteps: number; learningRate: number });
    train(features: Matrix, target: Matrix): void;
    /** One a class; the first tells class 0 from the others. */
    classifiers: { weights: Matrix }[];
  }
}

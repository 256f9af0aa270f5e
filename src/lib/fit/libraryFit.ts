import { fitRegression } from "../logistic/regression.js";
import { fitMlLogistic } from "./mlLogistic.js";
import { cut, type Sheet } from "./sheet.js";

/** What the library `ml-logistic-regression` found on some rows of the same columns. */
export interface LibraryFit {
  rows: number;
  steps: number;
  /** Taken by each, in milliseconds. */
  milliseconds: { library: number; own: number };
  /** By parameter, the constant first: without penalty, on the same rows. */
  coefficients: { name: string; library: number; own: number }[];
}

/** Gradient steps; the package’s own default is 50,000, without a stopping rule. */
const STEPS = 2_000;

/**
 * The library beside our own fit, both without penalty and on the same rows of a sheet, at most so
 * many, evenly spread: it takes minutes on all of them (`fitMlLogistic` says why).
 */
export async function libraryFit(sheet: Sheet, most: number): Promise<LibraryFit> {
  const every = Math.ceil(sheet.design.rows / most);
  const rows = Int32Array.from(sheet.fold.keys()).filter((row) => row % every === 0);
  const { design, outcome } = cut(
    sheet,
    sheet.columns.map((_, index) => index),
    rows,
  );
  const start = performance.now();
  const own = fitRegression(design, outcome, { penalty: { kind: "none" } });
  const middle = performance.now();
  const library = await fitMlLogistic(design, outcome, { steps: STEPS });
  const end = performance.now();
  return {
    rows: rows.length,
    steps: STEPS,
    milliseconds: { library: end - middle, own: middle - start },
    coefficients: own.names.map((name, index) => ({
      name,
      library: library.estimates[index]!,
      own: own.estimates[index]!,
    })),
  };
}

import type { Design } from "../../src/lib/logistic/design.js";
import { sigmoid } from "../../src/lib/logistic/sigmoid.js";
import type { PeerFit } from "./peers.js";

export const HEADER =
  "fit | seconds | processor seconds | largest difference of a coefficient, SE | gradient, of that at zero | largest difference of an SE, relative";

/**
 * One line a fit: seconds, processor seconds, largest distance of a coefficient to the first fit’s in
 * standard errors, norm of the gradient over that of the null vector’s, largest relative difference
 * of a standard error.
 */
export function comparison(
  fits: ReadonlyMap<string, PeerFit>,
  design: Design,
  outcome: Float64Array,
): string[] {
  const [reference] = fits.values();
  const zero = reference
    ? gradientNorm(
        design,
        outcome,
        reference.estimates.map(() => 0),
      )
    : 1;
  const lines = Array.from(fits, ([name, fit]) => [
    name,
    fit.wall.toFixed(2),
    fit.processor.toFixed(2),
    largest(fit.estimates.map((b, a) => (b - reference!.estimates[a]!) / reference!.errors[a]!)),
    (gradientNorm(design, outcome, fit.estimates) / zero).toExponential(1),
    largest(fit.errors.map((e, a) => e / reference!.errors[a]! - 1)),
  ]);
  return lines.map((cells) => cells.join(" | "));
}

function largest(differences: Float64Array): string {
  return Math.max(...differences.map(Math.abs)).toExponential(1);
}

function gradientNorm({ names, rows, values }: Design, outcome: Float64Array, b: Float64Array) {
  const width = names.length;
  const gradient = new Float64Array(width + 1);
  for (let i = 0; i < rows; i++) {
    let eta = b[0]!;
    for (let j = 0; j < width; j++) eta += b[j + 1]! * values[i * width + j]!;
    const residual = outcome[i]! - sigmoid(eta);
    gradient[0] = gradient[0]! + residual;
    for (let j = 0; j < width; j++)
      gradient[j + 1] = gradient[j + 1]! + residual * values[i * width + j]!;
  }
  return Math.hypot(...gradient);
}

import type { Term } from "./model.js";

/**
 * Column of a numeric term for one value of its feature, NaN when empty, as `Term.transform` defines it;
 * always finite. Throws a RangeError on a level, whose feature is no number.
 */
export function encodeValue(transform: Term["transform"], value: number): number {
  switch (transform.kind) {
    case "intercept":
      return 1;
    case "indicator":
      return value === 1 ? 1 : 0;
    case "missing":
      return Number.isNaN(value) ? 1 : 0;
    case "standardised": {
      if (Number.isNaN(value)) return 0;
      const { lower, upper, mean, sd } = transform;
      return (Math.min(Math.max(value, lower), upper) - mean) / sd;
    }
    case "level":
      throw new RangeError("a category is not a number");
  }
}

import type { Spec } from "./spec.js";

/** From `models/specs`, where the module is to be. */
const TYPES = "../../src/lib/fit/spec.js";

/** A name that needs no quotes. */
const NAMED = /"([A-Za-z_$][\w$]*)":/g;

/**
 * The module of `models/specs` that exports a specification: what `vigie fit --spec` reads as it is.
 * Same specification, same text.
 */
export function specSource(spec: Spec): string {
  const literal = JSON.stringify(spec, null, 2).replace(NAMED, "$1:");
  return `import type { Spec } from "${TYPES}";

/** Composed in the model lab. */
export const spec: Spec = ${literal};
`;
}

import { createHash } from "node:crypto";
import type { Indicator } from "../../src/lib/indicators.js";
import { canonicalJson } from "../../src/lib/stableJson.js";

/** SHA-256 of what decides the values of an indicator: not its label nor the order of the pages. */
export function definitionHash(indicator: Indicator): string {
  const { label: _label, family: _family, rise: _rise, caveat: _caveat, ...decides } = indicator;
  return createHash("sha256").update(canonicalJson(decides)).digest("hex");
}

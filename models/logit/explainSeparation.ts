import highsLoader from "highs";
import type { Design } from "../../src/lib/logistic/design.js";
import { conditionedBasis, INTERCEPT } from "../../src/lib/logistic/fit.js";
import { eventShare } from "../../src/lib/logistic/nullModel.js";
import type { LogisticOptions } from "../../src/lib/logistic/options.js";
import { decideSeparation, type SeparationVerdict } from "../../src/lib/logistic/recession.js";
import type { LogisticWarning } from "../../src/lib/logistic/result.js";
import { usableSample } from "../../src/lib/logistic/sample.js";
import * as warnings from "../../src/lib/logistic/warnings.js";

export interface SeparationExplanation {
  kind: SeparationVerdict["kind"];
  /** Terms whose estimate can diverge, and towards which infinity. */
  terms: { term: string; sign: 1 | -1 }[];
  /** The same in French, for people; null when nothing diverges. */
  warning: LogisticWarning | null;
}

const NONE: SeparationExplanation = { kind: "none", terms: [], warning: null };

/**
 * Decides by linear programming whether some columns of a design separate events from the others, and
 * names them: an answer where `fitLogistic` has a strong suspicion. Nothing is said of outcomes of a
 * single class, which `fitLogistic` reports. Takes about as long as a fit (`decideSeparation`).
 * @throws VigieError `logistic-input` as `fitLogistic`.
 */
export async function explainSeparation(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions = {},
): Promise<SeparationExplanation> {
  const { intercept = true } = options;
  const sample = usableSample(design, outcome, options);
  const share = eventShare(sample);
  if (share === 0 || share === 1) return NONE;
  const basis = conditionedBasis(sample, intercept, share);
  const { kind, diverging } = decideSeparation(sample, basis, await highsLoader());
  if (kind === "none") return NONE;
  const names = intercept ? [INTERCEPT, ...design.names] : design.names;
  const terms = diverging.map(({ parameter, sign }) => ({ term: names[parameter]!, sign }));
  const distinct = [...new Set(terms.map(({ term }) => term))];
  return { kind, terms, warning: warnings.separatedTerms(distinct) };
}

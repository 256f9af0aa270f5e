import { INDICATORS, type Indicator, type IndicatorId } from "./indicators.js";

/** A rate that has a numerator and a denominator in every sector. */
export type StandardisedRate = Indicator & { numerator: IndicatorId; denominator: IndicatorId };

/**
 * The rates that can be standardised: not those of a part of another indicator, which is not known
 * by région and sector at once.
 */
export const STANDARDISED_RATES: readonly StandardisedRate[] = INDICATORS.filter(
  (indicator): indicator is StandardisedRate =>
    [indicator.numerator, indicator.denominator].every((id) => id && !isPart(id)),
);

function isPart(id: IndicatorId): boolean {
  return INDICATORS.some((one) => one.id === id && one.partOf !== undefined);
}

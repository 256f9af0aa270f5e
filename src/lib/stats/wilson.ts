import { NORMAL_QUANTILE_975 } from "./normal.js";

/**
 * Wilson's 95 % score interval for a proportion of `events` among `n` > 0: within [0, 1] and of
 * fair coverage even for no event, unlike the Wald interval (E. B. Wilson, JASA 22, 1927; L. Brown,
 * T. Cai, A. DasGupta, Statistical Science 16, 2001).
 */
export function wilsonInterval(events: number, n: number): [low: number, high: number] {
  const z2 = NORMAL_QUANTILE_975 ** 2;
  const centre = (events + z2 / 2) / (n + z2);
  const half = (NORMAL_QUANTILE_975 / (n + z2)) * Math.sqrt((events * (n - events)) / n + z2 / 4);
  // The two bounds that are exact in theory must not miss 0 or 1 by a rounding.
  return [events === 0 ? 0 : centre - half, events === n ? 1 : centre + half];
}

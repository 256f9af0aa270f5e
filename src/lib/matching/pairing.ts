import { sampleStandardDeviation } from "simple-statistics";

/** A unit that may be paired; `score` is on the scale of the caliper, log-odds for a probability. */
export interface Unit {
  id: string;
  score: number;
  /** What else should be alike, in the same order and units for all. */
  covariates: readonly number[];
}

/** A treated unit and those it may be compared with when its treatment starts: its risk set. */
export interface RiskSet<U extends Unit> {
  treated: U;
  candidates: readonly U[];
}

export interface Pair<U extends Unit> {
  treated: U;
  control: U;
}

export interface Pairing<U extends Unit> {
  pairs: Pair<U>[];
  /** Treated units without a control free, and near enough. */
  unpaired: U[];
}

/** In standard deviations of the score: Austin (2011), Pharmaceutical Statistics 10, p. 150-161. */
export const CALIPER = 0.2;

/**
 * Pairs each treated unit with the nearest candidate of its risk set whose score is within
 * {@link CALIPER} standard deviations: nearest by the standardised differences of the covariates
 * (Rubin and Thomas, 2000, JASA 95, p. 573-585). Without replacement, in the order given,
 * which should be that of the treatments: no pair depends on what came after it. Ties go to the
 * first identifier.
 *
 * Risk sets: Li, Propert and Rosenbaum (2001), JASA 96, p. 870-882; a unit treated later is a
 * candidate until then, without which the time before treatment would count as free of events
 * (Suissa, 2008, Am. J. Epidemiol. 167, p. 492-499).
 */
export function pairUp<U extends Unit>(sets: readonly RiskSet<U>[]): Pairing<U> {
  const units = [...new Set(sets.flatMap(({ treated, candidates }) => [treated, ...candidates]))];
  const reach = CALIPER * deviation(units.map(({ score }) => score));
  const scales = (units[0]?.covariates ?? []).map((_, column) =>
    deviation(units.map(({ covariates }) => covariates[column]!)),
  );
  const distance = (a: U, b: U): number =>
    scales.reduce(
      (sum, scale, column) =>
        sum + ratio(a.covariates[column]! - b.covariates[column]!, scale) ** 2,
      0,
    );
  const used = new Set<string>();
  const pairs: Pair<U>[] = [];
  const unpaired: U[] = [];
  for (const { treated, candidates } of sets) {
    const control = nearest(
      candidates.filter(
        ({ id, score }) => !used.has(id) && Math.abs(score - treated.score) <= reach,
      ),
      (candidate) => distance(treated, candidate),
    );
    if (!control) {
      unpaired.push(treated);
      continue;
    }
    used.add(control.id);
    pairs.push({ treated, control });
  }
  return { pairs, unpaired };
}

function nearest<U extends Unit>(units: readonly U[], far: (unit: U) => number): U | undefined {
  let best: { unit: U; far: number } | undefined;
  for (const unit of units) {
    const here = far(unit);
    const closer = !best || here < best.far || (here === best.far && unit.id < best.unit.id);
    if (closer) best = { unit, far: here };
  }
  return best?.unit;
}

/** What does not vary does not tell units apart. */
const ratio = (difference: number, scale: number): number => (scale > 0 ? difference / scale : 0);

const deviation = (values: readonly number[]): number =>
  values.length < 2 ? 0 : sampleStandardDeviation([...values]);

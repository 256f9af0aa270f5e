import { CohortTree } from "./cohortTree.js";
import type { Cohort } from "./ratioCohorts.js";

/** How many companies some shown cohorts may leave out of a group, and the smallest of those shown. */
type Remainders = Map<number, Cohort | null>;

/**
 * Hides cohorts until no shown one, less shown ones within it that do not overlap, is a group of
 * fewer than `few` companies: what such a group has would show in the difference. Those hidden are
 * the smallest of each difference, with those made of the same companies. `cohorts` are all those of
 * one ratio and year, `shown` the ones that may be; returns those that are left.
 */
export function withoutDifferences(
  cohorts: readonly Cohort[],
  shown: ReadonlySet<Cohort>,
  few: number,
): Set<Cohort> {
  const tree = new CohortTree(cohorts);
  const left = new Set(shown);
  for (;;) {
    const revealing = new Differences(tree, left, few).revealing();
    if (revealing.size === 0) return left;
    for (const cohort of revealing) for (const twin of tree.twins(cohort)) left.delete(twin);
  }
}

class Differences {
  private readonly known = new Map<Cohort, Remainders>();

  constructor(
    private readonly tree: CohortTree,
    private readonly shown: ReadonlySet<Cohort>,
    private readonly few: number,
  ) {}

  /** The smallest cohort of each difference that is a small group. */
  revealing(): Set<Cohort> {
    const found = new Set<Cohort>();
    for (const cohort of this.shown)
      for (const [remainder, smallest] of this.within(cohort))
        if (remainder > 0 && smallest) found.add(smallest);
    return found;
  }

  /** What shown cohorts strictly within one may leave out of it, under `few`. */
  private within(cohort: Cohort): Remainders {
    const found: Remainders = new Map();
    for (const parts of this.tree.cuts(cohort))
      for (const [remainder, smallest] of this.addUp(parts))
        if (!found.get(remainder)) found.set(remainder, smallest);
    return found;
  }

  /** As {@link within}, the cohort itself being shown or left out too. */
  private at(cohort: Cohort): Remainders {
    const before = this.known.get(cohort);
    if (before) return before;
    const { companies } = cohort;
    const found = this.within(cohort);
    if (this.tree.twins(cohort).some((twin) => this.shown.has(twin))) found.set(0, cohort);
    else if (companies < this.few && !found.has(companies)) found.set(companies, null);
    this.known.set(cohort, found);
    return found;
  }

  /** Every sum of one remainder of each part that stays under `few`. */
  private addUp(parts: readonly Cohort[]): Remainders {
    let sums: Remainders = new Map([[0, null]]);
    for (const part of parts) {
      const next: Remainders = new Map();
      for (const [a, first] of sums)
        for (const [b, second] of this.at(part))
          if (a + b < this.few && !next.get(a + b)) next.set(a + b, smaller(first, second));
      sums = next;
    }
    return sums;
  }
}

function smaller(a: Cohort | null, b: Cohort | null): Cohort | null {
  if (!a || !b) return a ?? b;
  return a.companies <= b.companies ? a : b;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cohort, UNKNOWN_TURNOVER } from "../../../loaders/tables/ratioCohorts.js";
import { withoutDifferences } from "../../../loaders/tables/ratioDifferences.js";
import { NAF_NODES } from "../../../src/lib/naf.js";
import { sectorChain } from "../../../src/lib/sectorChain.js";

const FEW = 3;
const SHOWN_FROM = 22;
const APES = ["41.20A", "43.21A", "43.21B", "43.22A", "47.11A"];
const CLASSES = ["<2M", "2M-10M", "10M-50M", UNKNOWN_TURNOVER];

/** Every cohort of companies given by APE code and class of turnover. */
function cohortsOf(counts: readonly (readonly [string, string, number])[]): Cohort[] {
  const sizes = new Map<string, { sector: string; turnover: string | null; companies: number }>();
  for (const [ape, turnover, companies] of counts)
    for (const sector of sectorChain(ape))
      for (const one of [turnover, null]) {
        const key = `${sector} ${one}`;
        const found = sizes.get(key) ?? { sector, turnover: one, companies: 0 };
        sizes.set(key, { ...found, companies: found.companies + companies });
      }
  return [...sizes.values()]
    .filter(({ companies }) => companies > 0)
    .map((place) => ({ ratio: "marge_ebe", ...place, quantiles: [] }));
}

const mayBeShown = (cohorts: Cohort[]): Set<Cohort> =>
  new Set(
    cohorts.filter(
      ({ companies, turnover }) => companies >= SHOWN_FROM && turnover !== UNKNOWN_TURNOVER,
    ),
  );

const names = (cohorts: Iterable<Cohort>): string[] =>
  [...cohorts].map(({ sector, turnover }) => `${sector} ${turnover ?? "*"}`).sort();

test("a finer cohort goes when the coarser one has one or two companies more", () => {
  const cohorts = cohortsOf([
    ["43.21A", "<2M", 40],
    ["43.22A", "<2M", 30],
    ["43.22A", "2M-10M", 2],
  ]);
  const left = withoutDifferences(cohorts, mayBeShown(cohorts), FEW);
  expect(names(left)).not.toContain("43.22A <2M");
  expect(names(left)).toContain("43.21A *");
  expect(names(left)).toContain("43 *");
});

test("nothing goes when each difference is nil or of three companies", () => {
  const cohorts = cohortsOf([
    ["43.21A", "<2M", 40],
    ["43.22A", "<2M", 30],
    ["43.22A", "2M-10M", 3],
  ]);
  expect(names(withoutDifferences(cohorts, mayBeShown(cohorts), FEW))).toEqual(
    names(mayBeShown(cohorts)),
  );
});

test("a difference across several levels is seen: construction less one division less one class", () => {
  const cohorts = cohortsOf([
    ["41.20A", "<2M", 50],
    ["43.21A", "<2M", 40],
    ["43.22A", "<2M", 1],
  ]);
  const shown = new Set([...mayBeShown(cohorts)].filter(({ sector }) => sector !== "43"));
  expect(names(withoutDifferences(cohorts, shown, FEW))).not.toContain("43.21A *");
});

/** Every place a company may be in. */
const PLACES = APES.flatMap((ape) => CLASSES.map((turnover) => ({ ape, turnover })));

/**
 * Differences that are small groups, by brute force: every shown cohort less every union of shown
 * ones within it that do not overlap, as sets of places.
 */
function smallDifferences(
  base: readonly (readonly [string, string, number])[],
  left: Iterable<Cohort>,
): number {
  const sizes = PLACES.map(
    ({ ape, turnover }) => base.find((one) => one[0] === ape && one[1] === turnover)?.[2] ?? 0,
  );
  const maskOf = ({ sector, turnover }: Cohort) =>
    PLACES.reduce((mask, place, bit) => {
      const isIn = turnover === null || turnover === place.turnover;
      return isIn && sectorChain(place.ape).includes(sector) ? mask | (1 << bit) : mask;
    }, 0);
  const masks = new Set([...left].map(maskOf));
  const covers = new Set<number>([0]);
  for (const mask of masks)
    for (const cover of [...covers]) if ((cover & mask) === 0) covers.add(cover | mask);
  let found = 0;
  for (const whole of masks)
    for (const cover of covers) {
      if ((whole & cover) !== cover) continue;
      const rest = whole & ~cover;
      const size = sizes.reduce((sum, one, bit) => sum + (rest & (1 << bit) ? one : 0), 0);
      if (size > 0 && size < FEW) found += 1;
    }
  return found;
}

test("cohorts made of the same companies go together", () => {
  const cohorts = cohortsOf([
    ["47.11A", "<2M", 22],
    ["41.20A", "<2M", 2],
    ["41.20A", UNKNOWN_TURNOVER, 20],
  ]);
  const left = names(withoutDifferences(cohorts, mayBeShown(cohorts), FEW));
  expect(left).toContain("Total <2M");
  expect(left).not.toContain("G <2M");
  expect(left).not.toContain("G *");
});

test("no shown cohort less shown ones within it is a group of one or two companies", () => {
  const size = fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 20, max: 40 }));
  const economy = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...APES), fc.constantFrom(...CLASSES), size), {
      selector: ([ape, turnover]) => `${ape} ${turnover}`,
      minLength: 2,
      maxLength: 8,
    })
    .filter((base) => base.some(([, , companies]) => companies > 0));
  fc.assert(
    fc.property(economy, (base) => {
      const cohorts = cohortsOf(base);
      const left = withoutDifferences(cohorts, mayBeShown(cohorts), FEW);
      expect(smallDifferences(base, left)).toBe(0);
    }),
    { numRuns: 100, seed: 5 },
  );
});

test("the sectors of the chain exist", () => {
  const codes = new Set(NAF_NODES.map(({ code }) => code));
  for (const ape of APES)
    expect(
      sectorChain(ape)
        .slice(1)
        .every((code) => codes.has(code)),
    ).toBe(true);
});

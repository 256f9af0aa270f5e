import { type Month, month } from "./calendar.js";

/** A level that holds at a month; levels between two points are interpolated. */
type Point = readonly [year: number, monthOfYear: number, level: number];

function interpolate(points: readonly Point[], m: Month): number {
  const first = points[0]!;
  if (m <= month(first[0], first[1])) return first[2];
  for (let i = 1; i < points.length; i++) {
    const [year, monthOfYear, level] = points[i]!;
    const at = month(year, monthOfYear);
    if (m > at) continue;
    const [previousYear, previousMonth, previousLevel] = points[i - 1]!;
    const from = month(previousYear, previousMonth);
    return previousLevel + ((level - previousLevel) * (m - from)) / (at - from);
  }
  return points[points.length - 1]![2];
}

/**
 * Monthly flow of insolvency openings, 1 = the mean of 2019 (51,145 legal units in the year).
 * Drawn so that twelve months add up to the figures the Banque de France published: mean of
 * 2010-2019 59,342; July 2020 about 38,000; July 2021 about 28,000 (−45 %); July 2022 34,983; July
 * 2023 49,863; November 2023 54,075; February 2024 57,798; December 2024 65,764; December 2025
 * 68,564. Later months keep the level of 2025.
 */
const INSOLVENCY: readonly Point[] = [
  [2006, 1, 0.95],
  [2009, 1, 1.22],
  [2015, 6, 1.2],
  [2017, 6, 1.06],
  [2019, 1, 1.02],
  [2020, 2, 0.98],
  [2020, 3, 0.6],
  [2020, 4, 0.3],
  [2020, 6, 0.42],
  [2020, 9, 0.56],
  [2021, 3, 0.53],
  [2021, 8, 0.52],
  [2021, 12, 0.62],
  [2022, 6, 0.8],
  [2022, 12, 0.95],
  [2023, 6, 1.04],
  [2023, 12, 1.18],
  [2024, 6, 1.28],
  [2025, 1, 1.33],
  [2025, 12, 1.35],
];

/** A curve as a function; each month is computed once, millions of company-months ask for it. */
function curve(points: readonly Point[]): (m: Month) => number {
  const known = new Map<Month, number>();
  return (m) => {
    const found = known.get(m);
    if (found !== undefined) return found;
    const level = interpolate(points, m);
    known.set(m, level);
    return level;
  };
}

/** Flow of openings of a month, 1 = 2019. */
export const insolvencyLevel = curve(INSOLVENCY);

/**
 * Share of all working time spent in Covid short-time work. Dares: 8.7 million employees requested
 * for by mid-April 2020 (425 hours each), 1.5 million full-time equivalents in April 2021, about one
 * private employee in seven; shapes between the two lockdowns and after June 2021 are ours.
 */
const COVID_SHORT_TIME: readonly Point[] = [
  [2020, 2, 0],
  [2020, 3, 0.15],
  [2020, 4, 0.29],
  [2020, 5, 0.18],
  [2020, 6, 0.08],
  [2020, 8, 0.035],
  [2020, 10, 0.035],
  [2020, 11, 0.085],
  [2020, 12, 0.065],
  [2021, 2, 0.065],
  [2021, 4, 0.079],
  [2021, 5, 0.055],
  [2021, 6, 0.025],
  [2021, 9, 0.008],
  [2022, 2, 0.006],
  [2022, 4, 0],
];

/** Share of working time lost to Covid short-time work, all sectors. */
export const covidShortTime = curve(COVID_SHORT_TIME);

/**
 * Share of a hard-hit company's dues it was allowed to put off. From 15 March 2020 the Urssaf let
 * employers defer the payments of spring, and again for closed trades in winter.
 */
const DEFERRAL: readonly Point[] = [
  [2020, 1, 0],
  [2020, 2, 0.3],
  [2020, 3, 0.34],
  [2020, 4, 0.28],
  [2020, 5, 0.16],
  [2020, 6, 0.05],
  [2020, 9, 0],
  [2020, 10, 0.07],
  [2020, 12, 0.07],
  [2021, 3, 0.03],
  [2021, 6, 0],
];

/** Probability that a company of an average sector puts off its dues of the month. */
export const deferralLevel = curve(DEFERRAL);

/** Energy prices: requests for « approvisionnement » rose from mid-2021 to early 2023. */
export const isSupplyCrisis = (m: Month): boolean => m >= month(2021, 6) && m <= month(2023, 3);

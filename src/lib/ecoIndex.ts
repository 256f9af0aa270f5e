/** What a browser does to show one page. */
export interface PageCost {
  /** Elements of the document. */
  nodes: number;
  requests: number;
  /** Compressed transfer, in kilobytes of 1,000 bytes. */
  kilobytes: number;
}

/**
 * Twentieths of the pages of HTTP Archive (500,000 addresses) by elements, requests and kilobytes,
 * as published with the method by the Collectif Conception numérique responsable
 * (`cnumr/GreenIT-Analysis`, `script/ecoIndex.js`).
 */
const QUANTILES: Record<keyof PageCost, readonly number[]> = {
  nodes: [
    0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801,
    2479, 594601,
  ],
  requests: [
    0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920,
  ],
  kilobytes: [
    0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27,
    1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
  ],
};

const WEIGHTS: Record<keyof PageCost, number> = { nodes: 3, requests: 2, kilobytes: 1 };

/** Scores above which each grade is given, best first; G below (same source). */
const GRADES = [
  ["A", 75],
  ["B", 65],
  ["C", 50],
  ["D", 35],
  ["E", 20],
  ["F", 5],
] as const;

export type EcoGrade = (typeof GRADES)[number][0] | "G";

/**
 * EcoIndex of a page, from 0 (worst) to 100: 100 − 5 × (3 q_nodes + 2 q_requests + q_kilobytes) / 6,
 * where q is the rank of the page among the twentieths of the web, interpolated.
 */
export function ecoIndex(cost: PageCost): number {
  const weighed = (Object.keys(WEIGHTS) as (keyof PageCost)[]).map(
    (name) => WEIGHTS[name] * rank(QUANTILES[name], cost[name]),
  );
  return 100 - (5 * weighed.reduce((sum, value) => sum + value, 0)) / 6;
}

export function ecoGrade(score: number): EcoGrade {
  return GRADES.find(([, above]) => score > above)?.[0] ?? "G";
}

/** Position of a value among quantiles: a whole number on one, a fraction between two. */
function rank(quantiles: readonly number[], value: number): number {
  const next = quantiles.findIndex((quantile) => value < quantile);
  if (next === -1) return quantiles.length - 1;
  const [from, to] = [quantiles[next - 1]!, quantiles[next]!];
  return next - 1 + (value - from) / (to - from);
}

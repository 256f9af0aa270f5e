import type { Judged } from "./rule.js";

type DebtAge = 0 | 1 | 2 | 3 | 6 | 12;

const past = (name: string, age: DebtAge): string => (age === 0 ? name : `${name}_past_${age}`);

/** Features that hold the social debt of some months ago. */
export function debtFeatures(...ages: readonly DebtAge[]): string[] {
  return ages.flatMap((age) => [
    past("montant_part_ouvriere", age),
    past("montant_part_patronale", age),
  ]);
}

/** Social debt so many months ago, both parts, in euros. */
export function debtOf({ value }: Judged, age: DebtAge): number {
  return value(past("montant_part_ouvriere", age)) + value(past("montant_part_patronale", age));
}

/** Ages of a recent debt and of an old one, in months. */
const RECENT = [0, 1, 2, 3] as const;
const OLD = [6, 12] as const;

export const PAID_OFF_READS = [...debtFeatures(...RECENT, ...OLD), "cotisation_moy12m"];

/**
 * A debt that was paid off: the least of the last months is below 10 % of the largest of half a year
 * to a year ago, which was above 10 % of a year of contributions (§4.6).
 */
export function isPaidOff(company: Judged): boolean {
  const recent = Math.min(...RECENT.map((age) => debtOf(company, age)));
  const old = Math.max(...OLD.map((age) => debtOf(company, age)));
  return old > 0.1 * 12 * company.value("cotisation_moy12m") && recent < 0.1 * old;
}

/** Rise of the debt over some months, in monthly contributions (mean of the last twelve). */
export function debtRise(company: Judged, months: DebtAge): number {
  return (debtOf(company, 0) - debtOf(company, months)) / company.value("cotisation_moy12m");
}

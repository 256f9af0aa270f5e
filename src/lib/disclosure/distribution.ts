import { BUSINESS_RULES, isTooFew } from "./primary.js";

/**
 * Which classes of a distribution of companies to hide, their total being public: those of one or
 * two companies, then the smallest others until the hidden ones can be told apart neither by
 * subtraction nor by the company alone in its class. A distribution with a single non-empty class is
 * hidden whole: it says where every company is (non-zero rule, INSEE FAQ of 5 February 2014).
 *
 * `counts`: companies by class. Returns true for a hidden class, in the same order.
 */
export function hiddenClasses(counts: readonly number[]): boolean[] {
  const filled = counts.filter((count) => count > 0).length;
  if (filled === 1) return counts.map(() => true);
  const hidden = counts.map(isSensitive);
  if (!hidden.includes(true)) return hidden;
  const bySize = [...counts.keys()]
    .filter((index) => counts[index]! > 0 && !hidden[index])
    .sort((a, b) => counts[a]! - counts[b]! || a - b);
  for (const index of bySize) {
    if (isCovered(counts.filter((_, other) => hidden[other]))) break;
    hidden[index] = true;
  }
  return hidden;
}

function isSensitive(count: number): boolean {
  return isTooFew({ contributors: count, value: count, largest: 1, second: 1 }, BUSINESS_RULES);
}

/** At least two hidden classes, and a third when a company alone would see the other through. */
function isCovered(hidden: number[]): boolean {
  if (hidden.length < 2) return false;
  return hidden.length > 2 || !hidden.includes(1) || !hidden.every(isSensitive);
}

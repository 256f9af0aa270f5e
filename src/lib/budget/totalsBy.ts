import { sumEuros } from "./budgetChecks.js";
import type { PostSpending } from "./budgetTable.js";

export interface SpendingTotal {
  name: string;
  engaged: number;
  paid: number;
}

/** Sums of posts by a name of theirs, euros, from the most paid; equal ones in alphabetical order. */
export function totalsBy(
  posts: readonly PostSpending[],
  nameOf: (post: PostSpending) => string,
): SpendingTotal[] {
  const names = [...new Set(posts.map(nameOf))].sort();
  return names
    .map((name) => {
      const own = posts.filter((post) => nameOf(post) === name);
      return {
        name,
        engaged: sumEuros(own.map(({ engaged }) => engaged)),
        paid: sumEuros(own.map(({ paid }) => paid)),
      };
    })
    .sort((a, b) => b.paid - a.paid || (a.name < b.name ? -1 : 1));
}

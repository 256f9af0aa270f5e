import type { Reason } from "./primary.js";
import type { Table } from "./table.js";

/**
 * Group disclosure: a count that holds every company it could count says the trait of each, however
 * many they are. None of them having it is not a reason: an empty cell is of no company.
 *
 * `population`: companies that could have the trait, cell by cell; NaN where there is no such group.
 */
export function groupReasons(
  { contributors }: Pick<Table, "contributors">,
  population: Float64Array,
): (cell: number) => Reason | undefined {
  return (cell) => {
    const having = contributors[cell]!;
    return having > 0 && having >= population[cell]! ? "group" : undefined;
  };
}

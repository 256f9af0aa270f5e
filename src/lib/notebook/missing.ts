/** Share of the rows of each month without a value of a variable. */
export interface MissingVariable {
  name: string;
  label: string;
  /** In the order of the months. */
  shares: number[];
}

export interface MissingByMonth {
  /** `YYYY-MM`, increasing. */
  months: string[];
  variables: MissingVariable[];
}

/** A variable that was known and is no more: from less than half empty to nearly all, within a year. */
const [KNOWN, GONE] = [0.5, 0.95];
const YEAR = 12;

/** Shares of empty values by month, of variables whose rows have these dates. */
export function missingByMonth(
  dates: Iterable<Date>,
  variables: readonly { name: string; label: string; values: ArrayLike<unknown> }[],
): MissingByMonth {
  const texts = Array.from(dates, (date) => date.toISOString().slice(0, 7));
  const months = [...new Set(texts)].sort();
  const position = new Map(months.map((month, at) => [month, at]));
  const rows = new Array<number>(months.length).fill(0);
  const at = Int32Array.from(texts, (month) => position.get(month)!);
  for (const month of at) rows[month]!++;
  return {
    months,
    variables: variables.map(({ name, label, values }) => {
      const empty = new Array<number>(months.length).fill(0);
      for (let row = 0; row < at.length; row++) if (isEmpty(values[row])) empty[at[row]!]!++;
      return { name, label, shares: empty.map((count, month) => count / rows[month]!) };
    }),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || Number.isNaN(value);

/** Variables nearly all empty in the last month, that were mostly known in some month of the year before. */
export function newlyMissing({ variables }: MissingByMonth): MissingVariable[] {
  return variables.filter(({ shares }) => {
    const before = shares.slice(-1 - YEAR, -1);
    return shares.at(-1)! >= GONE && before.some((share) => share < KNOWN);
  });
}

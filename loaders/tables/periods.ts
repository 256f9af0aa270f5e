/** Months that make a quarter or a year, by their position in a series. */
export interface Period {
  /** `2026-09`, `2026-T3` or `2026`. */
  name: string;
  /** `M`, `T` (trimestre) or `A` (année). */
  every: "M" | "T" | "A";
  months: number[];
}

/** Every month of a series. */
export function monthsOf(months: readonly string[]): Period[] {
  return months.map((name, index) => ({ name, every: "M", months: [index] }));
}

/** The quarters whose three months are in the series. */
export function quartersOf(months: readonly string[]): Period[] {
  return complete(months, "T", 3, (year, month) => `${year}-T${Math.ceil(month / 3)}`);
}

/** The years whose twelve months are in the series. */
export function yearsOf(months: readonly string[]): Period[] {
  return complete(months, "A", 12, (year) => String(year));
}

function complete(
  months: readonly string[],
  every: Period["every"],
  length: number,
  nameOf: (year: number, month: number) => string,
): Period[] {
  const periods = new Map<string, Period>();
  for (const [index, text] of months.entries()) {
    const name = nameOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
    const period = periods.get(name);
    if (period) period.months.push(index);
    else periods.set(name, { name, every, months: [index] });
  }
  return [...periods.values()].filter((period) => period.months.length === length);
}

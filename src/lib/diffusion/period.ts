/** First and last day of a month (`2026-09`), a quarter (`2026-T3`) or a year (`2026`), `YYYY-MM-DD`. */
export function periodDays(period: string): { start: string; end: string } {
  const [, year, , month, quarter] = /^(\d{4})(-(?:(\d{2})|T([1-4])))?$/.exec(period) ?? [];
  if (!year) throw new RangeError(`not a period: ${period}`);
  const [first, last] = month
    ? [Number(month), Number(month)]
    : quarter
      ? [Number(quarter) * 3 - 2, Number(quarter) * 3]
      : [1, 12];
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return {
    start: day(new Date(Date.UTC(Number(year), first - 1, 1))),
    end: day(new Date(Date.UTC(Number(year), last, 0))),
  };
}

/** Days that periods cover together; null when there is none. */
export function spanOf(periods: Iterable<string>): { start: string; end: string } | null {
  const days = [...new Set(periods)].map(periodDays);
  const start = days.map((one) => one.start).sort()[0];
  const end = days
    .map((one) => one.end)
    .sort()
    .at(-1);
  return start && end ? { start, end } : null;
}

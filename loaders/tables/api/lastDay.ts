/** Last day of a month `YYYY-MM`, as `YYYY-MM-DD`. */
export function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

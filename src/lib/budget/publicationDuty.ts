/** When the public budget was last due and is next due, `YYYY-MM-DD`. */
export interface PublicationDuty {
  last: PublicationDate;
  next: PublicationDate;
}

export interface PublicationDate {
  /** Last day of the month in which it is published. */
  date: string;
  /** What must be in it. */
  content: string;
}

/** Months of publication and their last day (beta.gouv standards, « le produit communique sur son budget »). */
const DATES = [
  {
    day: "01-31",
    content: (year: number) => `réalisé de ${year - 1} et prévision de ${year}`,
  },
  { day: "06-30", content: (year: number) => `prévision actualisée de ${year}` },
] as const;

/**
 * Last and next publication of the public budget around a day: January tells the outturn of the year
 * before and the forecast, June the forecast updated. A publication falls due on the last day of its
 * month; on that very day it is the last one.
 *
 * @param day `YYYY-MM-DD`
 */
export function publicationDuty(day: string): PublicationDuty {
  const year = Number(day.slice(0, 4));
  const dates = [year - 1, year, year + 1].flatMap((of) =>
    DATES.map(({ day: end, content }) => ({ date: `${of}-${end}`, content: content(of) })),
  );
  const next = dates.findIndex(({ date }) => date > day);
  return { last: dates[next - 1]!, next: dates[next]! };
}

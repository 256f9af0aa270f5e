import type { Arrears } from "./arrears.js";
import type { Month, Span } from "./calendar.js";
import type { Company } from "./company.js";
import { type Site, split } from "./establishment.js";
import type { Trajectory } from "./trajectory.js";

/** All that is known of one company: what the writers of files read. */
export interface History {
  seed: number;
  company: Company;
  life: Trajectory;
  sites: Site[];
  arrears: Arrears;
  /** Months covered by the batch. */
  span: Span;
  /** Headcount of each site, by site then by month from `life.start`. */
  staff: number[][];
}

/** Headcount of each site for each month of the life. */
export function staffOf({ headcount, start }: Trajectory, sites: Site[]): number[][] {
  const staff: number[][] = sites.map(() => []);
  headcount.forEach((total, i) => {
    split(total, sites, start + i).forEach((n, k) => {
      staff[k]!.push(n);
    });
  });
  return staff;
}

/** Headcount of a site in month `m`, 0 outside the life of the company. */
export const staffIn = ({ staff, life }: History, site: number, m: Month): number =>
  staff[site]![m - life.start] ?? 0;

/** Headcount of the company in month `m`, 0 outside its life. */
export const staffAt = ({ life }: History, m: Month): number => life.headcount[m - life.start] ?? 0;

import { type Month, month } from "./calendar.js";
import type { History } from "./history.js";
import { Random } from "./random.js";

/** Altares knows three companies in four (§1.6). */
const COVERAGE = 0.75;
/** Its files stop in September 2025 (§1.6): the last month known is August. */
export const LAST_DELAYS = month(2025, 8);
/** Mean lateness in days at distress 0, and how fast it grows: 4 days, 12 at 1, 60 at 3. Ours. */
const USUAL = 4;
const SLOPE = 0.9;
const SPREAD = 0.5;
/** Code 000 stands for 180 days (§1.6). */
const LATEST = 180;
/** Late payers by habit, who are not in distress. */
const CARELESS = 2.5;

/** True when Altares studies the payments of the company. */
export const isStudied = ({ company, seed }: History): boolean =>
  new Random(seed, "paydex", company.index).chance(COVERAGE);

/** Days a company is late with its suppliers in a month of its life, 0 to 180. */
export function daysLate({ company, life, seed }: History, m: Month): number {
  const random = new Random(seed, "paydex", company.index, m);
  const distress = company.openness * life.distress[m - life.start]!;
  const habit = company.careless ? CARELESS : 1;
  const mean = USUAL * habit * Math.exp(SLOPE * distress + SPREAD * random.normal());
  return Math.min(LATEST, Math.floor(mean));
}

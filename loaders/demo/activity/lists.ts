import { PERIMETER } from "../../perimeterRule.js";
import { type Day, type Month, month, monthOfYear, yearOf } from "../calendar.js";
import type { History } from "../history.js";
import { Random } from "../random.js";

export type Level = "fort" | "modéré";

/** A company found on a detection list. */
export interface Listing {
  /** Month of publication, which names the list. */
  list: Month;
  level: Level;
  /** Risk in percent, to one decimal: levels follow what is published. */
  score: number;
  /** In no former list, or from moderate to high for the first time (§5.2, since September 2022). */
  first: boolean;
}

/** The first list whose volumes are published (§4.4); lists are quarterly (convention of 2022). */
const FIRST_LIST = month(2021, 6);
const QUARTER = 3;
/** Published in the second week of March, June, September and December. */
const PUBLICATION_DAY = 10;

/** Thresholds of the lists of 2025, set by hand in the application (§4.5), percent. */
export const THRESHOLDS = { modéré: 65, fort: 88 } as const;
/**
 * Logistic of what the detection sees, such that about 12 % of companies in activity are listed, a
 * third of them at high risk: 31,174 to 69,932 of about 350,000 (§4.8), 3 % and 6 % in September
 * 2021 (§4.4).
 */
const INTERCEPT = -1.4;
const SLOPE = 1.58;
/** The detection errs on the company for long, and a little more each time. */
const LASTING_ERROR = 0.55;
const PASSING_ERROR = 0.45;

/** Months in which a list was published, up to `end` excluded, oldest first. */
export function listMonths(end: Month): Month[] {
  const months: Month[] = [];
  for (let m = FIRST_LIST; m < end; m += QUARTER) months.push(m);
  return months;
}

/** Day a list is published. */
export const publicationOf = (list: Month): Day => ({ month: list, day: PUBLICATION_DAY });

const MONTH_NAMES =
  "Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre".split(" ");

/** « Mars 2026 ». */
export const listName = (list: Month): string =>
  `${MONTH_NAMES[monthOfYear(list) - 1]} ${yearOf(list)}`;

/** Batch a list is drawn from: « 2603 ». */
export const listBatch = (list: Month): string =>
  `${String(yearOf(list) % 100).padStart(2, "0")}${String(monthOfYear(list)).padStart(2, "0")}`;

/**
 * Lists a company was on since the first of them. The simulation runs before any model: here the
 * detection is the distress that shows, seen with errors of its own, not the score of a model.
 */
export function listingsOf(history: History): Listing[] {
  const { company, seed, span } = history;
  const error = LASTING_ERROR * new Random(seed, "detection", company.index).normal();
  const listings: Listing[] = [];
  let worst: Level | undefined;
  for (const list of listMonths(span.end)) {
    const at = list - 1;
    if (!isWatched(history, at)) continue;
    const passing = new Random(seed, "detection", company.index, list).normal();
    const shown = company.openness * history.life.distress[at - history.life.start]!;
    const seen = shown + error + PASSING_ERROR * passing;
    const score = Math.round(1000 / (1 + Math.exp(-INTERCEPT - SLOPE * seen))) / 10;
    const level = levelOf(score);
    if (!level) continue;
    const first = worst === undefined || (worst === "modéré" && level === "fort");
    listings.push({ list, level, score, first });
    if (first) worst = level;
  }
  return listings;
}

function levelOf(score: number): Level | undefined {
  if (score >= THRESHOLDS.fort) return "fort";
  return score >= THRESHOLDS.modéré ? "modéré" : undefined;
}

/** In activity, not in proceedings, and with ten employees or more in the last 36 months. */
function isWatched({ life, company }: History, m: Month): boolean {
  if (m < life.start || m >= life.end || company.sector.section === "O") return false;
  const at = m - life.start;
  if (life.phase[at] !== "inBonis") return false;
  const from = Math.max(0, at - PERIMETER.monthsAtDate + 1);
  return life.headcount.slice(from, at + 1).some((n) => n >= PERIMETER.employees);
}

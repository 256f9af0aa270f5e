import { activityOf } from "./activity/activity.js";
import { countListed, type Listed } from "./activity/listed.js";
import { owe } from "./arrears.js";
import type { Span } from "./calendar.js";
import { type Company, createCompany } from "./company.js";
import type { Edition } from "./edition.js";
import { settle } from "./establishment.js";
import { type Counts, Tally } from "./headlines.js";
import { type History, staffOf } from "./history.js";
import { Places } from "./places.js";
import type { Lines } from "./sheet.js";
import { Sheets } from "./sheets.js";
import { live, type Trajectory } from "./trajectory.js";

/** Companies `from` to `to`, excluded, of an economy, until `most` of them were active. */
export interface BlockOrder {
  seed: number;
  edition: Edition;
  from: number;
  to: number;
  most: number;
}

/** What a block of companies adds to each extract. */
export interface Block {
  lines: Lines[];
  /** Companies active in the months covered. */
  active: number;
  /** Companies closed before, present in the registers only. */
  closedBefore: number;
  counts: Counts;
  /** Companies on each list by département. */
  listed: Listed;
}

let places: Places | undefined;

/** Simulates a block of companies; depends on nothing but the order. */
export function simulateBlock({ seed, edition, from, to, most }: BlockOrder): Block {
  places ??= new Places();
  const { span } = edition;
  const sheets = new Sheets(edition);
  const tally = new Tally();
  const listed: Listed = new Map();
  let active = 0;
  let closedBefore = 0;
  for (let index = from; index < to && active < most; index++) {
    const company = createCompany(seed, index);
    if (company.birth >= span.end) continue;
    const life = live(seed, company, span.end);
    const history = tell(seed, company, life, places, span);
    sheets.writeRegisters(history);
    if (life.end <= span.start) {
      closedBefore++;
      continue;
    }
    sheets.writeSeries(history);
    const activity = activityOf(history);
    sheets.writeActivity(history, activity);
    countListed(listed, history, activity);
    tally.add(history);
    active++;
  }
  return { lines: sheets.lines, active, closedBefore, counts: tally.counts, listed };
}

/** The whole history of a company as the months covered see it. */
export function tell(
  seed: number,
  company: Company,
  life: Trajectory,
  places: Places,
  span: Span,
): History {
  const sites = settle(seed, company, life, places, span.end);
  const arrears = owe(seed, company, life, span.end);
  return { seed, company, life, sites, arrears, span, staff: staffOf(life, sites) };
}

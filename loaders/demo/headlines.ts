import { PERIMETER } from "../perimeterRule.js";
import { remainingIn } from "./arrears.js";
import { type Month, month } from "./calendar.js";
import type { History } from "./history.js";
import { requestsOf } from "./shortTime.js";

/** Shares of the economy just written, between 0 and 1, to compare with published figures. */
export interface Headlines {
  /** Companies written, whatever their size and state. */
  companies: number;
  /** Active in the last month. */
  active: number;
  /** Active in the last month and with ten employees or more once in 36 months. */
  atLeastTen: number;
  /** Proceedings opened in the months covered. */
  openings: number;
  /** Company-months at large with ten employees or more once in 36 months, 18 months known after. */
  companyMonths: number;
  /** Of which proceedings open within 18 months. */
  failingWithin18Months: number;
  /** Of all company-months: nothing owed to the Urssaf. */
  zeroDebt: number;
  /** Companies with debts six months before their proceedings opened. */
  indebtedBeforeOpening: number;
  /** Payment plans approved. */
  plansApproved: number;
  /** Short-time work requests of 2019 to 2021 with motive 5. */
  covidMotive: number;
}

/** A numerator and its denominator. */
type Share = [yes: number, all: number];

/** What headlines are made from; counts of blocks add up. */
export interface Counts {
  companies: number;
  active: number;
  large: number;
  openings: number;
  failing: Share;
  zeroDebt: Share;
  indebted: Share;
  approved: Share;
  covid: Share;
}

const NUMBERS = ["companies", "active", "large", "openings"] as const;
const SHARES = ["failing", "zeroDebt", "indebted", "approved", "covid"] as const;

const ratio = ([yes, all]: Share): number => (all === 0 ? 0 : Math.round((1e6 * yes) / all) / 1e6);

function count(share: Share, yes: boolean): void {
  share[1]++;
  if (yes) share[0]++;
}

/** The target of the service: proceedings within 18 months (§4.1). */
const TARGET = 18;
const BEFORE = 6;
const FROM_2019 = month(2019, 1);
const TO_2021 = month(2021, 12);

/** Adds up what is shown at the end of `vigie demo`. */
export class Tally {
  readonly counts: Counts = {
    companies: 0,
    active: 0,
    large: 0,
    openings: 0,
    failing: [0, 0],
    zeroDebt: [0, 0],
    indebted: [0, 0],
    approved: [0, 0],
    covid: [0, 0],
  };

  add(history: History): void {
    const { counts } = this;
    const { life, span, arrears, sites } = history;
    counts.companies++;
    if (!life.closed) counts.active++;
    this.addMonths(history);
    for (const opening of life.openings) {
      if (opening < span.start || opening >= span.end) continue;
      counts.openings++;
      if (opening - BEFORE >= life.start) count(counts.indebted, owesIn(history, opening - BEFORE));
    }
    for (const { created, stage } of arrears.plans) {
      if (created.month >= span.start) count(counts.approved, stage === "APPROB");
    }
    sites.forEach((_, rank) => {
      for (const { from, motive } of requestsOf(history, rank)) {
        if (from >= Math.max(span.start, FROM_2019) && from <= TO_2021)
          count(counts.covid, motive === 5);
      }
    });
  }

  private addMonths(history: History): void {
    const { counts } = this;
    const { life, span } = history;
    let lastLarge = Number.NEGATIVE_INFINITY;
    for (let m = life.start; m < life.end; m++) {
      if (life.headcount[m - life.start]! >= PERIMETER.employees) lastLarge = m;
      if (m < span.start || m - lastLarge >= PERIMETER.monthsAtDate) continue;
      count(counts.zeroDebt, !owesIn(history, m));
      if (m === span.end - 1) counts.large++;
      if (m + TARGET >= span.end || life.phase[m - life.start] !== "inBonis") continue;
      count(
        counts.failing,
        life.openings.some((opening) => opening > m && opening <= m + TARGET),
      );
    }
  }

  /** Adds the counts of another tally. */
  merge(other: Counts): void {
    const { counts } = this;
    for (const key of NUMBERS) counts[key] += other[key];
    for (const key of SHARES) {
      counts[key][0] += other[key][0];
      counts[key][1] += other[key][1];
    }
  }

  get headlines(): Headlines {
    const { counts } = this;
    return {
      companies: counts.companies,
      active: counts.active,
      atLeastTen: counts.large,
      openings: counts.openings,
      companyMonths: counts.failing[1],
      failingWithin18Months: ratio(counts.failing),
      zeroDebt: ratio(counts.zeroDebt),
      indebtedBeforeOpening: ratio(counts.indebted),
      plansApproved: ratio(counts.approved),
      covidMotive: ratio(counts.covid),
    };
  }
}

const owesIn = ({ arrears }: History, m: Month): boolean =>
  arrears.debts.some((debt) => remainingIn(debt, m) > 0);

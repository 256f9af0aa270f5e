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
class Share {
  private yes = 0;
  private all = 0;

  add(yes: boolean): void {
    this.all++;
    if (yes) this.yes++;
  }

  get count(): number {
    return this.all;
  }

  get value(): number {
    return this.all === 0 ? 0 : Math.round((1e6 * this.yes) / this.all) / 1e6;
  }
}

/** The target of the service: proceedings within 18 months (§4.1). */
const TARGET = 18;
const BEFORE = 6;
const FROM_2019 = month(2019, 1);
const TO_2021 = month(2021, 12);

/** Adds up what is shown at the end of `vigie demo`. */
export class Tally {
  private companies = 0;
  private active = 0;
  private large = 0;
  private openings = 0;
  private readonly failing = new Share();
  private readonly zeroDebt = new Share();
  private readonly indebted = new Share();
  private readonly approved = new Share();
  private readonly covid = new Share();

  add(history: History): void {
    const { life, span, arrears, sites } = history;
    this.companies++;
    if (!life.closed) this.active++;
    this.addMonths(history);
    for (const opening of life.openings) {
      if (opening < span.start || opening >= span.end) continue;
      this.openings++;
      if (opening - BEFORE >= life.start) this.indebted.add(owesIn(history, opening - BEFORE));
    }
    for (const { created, stage } of arrears.plans) {
      if (created.month >= span.start) this.approved.add(stage === "APPROB");
    }
    sites.forEach((_, rank) => {
      for (const { from, motive } of requestsOf(history, rank)) {
        if (from >= Math.max(span.start, FROM_2019) && from <= TO_2021)
          this.covid.add(motive === 5);
      }
    });
  }

  private addMonths(history: History): void {
    const { life, span } = history;
    let lastLarge = Number.NEGATIVE_INFINITY;
    for (let m = life.start; m < life.end; m++) {
      if (life.headcount[m - life.start]! >= PERIMETER.employees) lastLarge = m;
      if (m < span.start || m - lastLarge >= PERIMETER.monthsAtDate) continue;
      this.zeroDebt.add(!owesIn(history, m));
      if (m === span.end - 1) this.large++;
      if (m + TARGET >= span.end || life.phase[m - life.start] !== "inBonis") continue;
      this.failing.add(life.openings.some((opening) => opening > m && opening <= m + TARGET));
    }
  }

  get headlines(): Headlines {
    return {
      companies: this.companies,
      active: this.active,
      atLeastTen: this.large,
      openings: this.openings,
      companyMonths: this.failing.count,
      failingWithin18Months: this.failing.value,
      zeroDebt: this.zeroDebt.value,
      indebtedBeforeOpening: this.indebted.value,
      plansApproved: this.approved.value,
      covidMotive: this.covid.value,
    };
  }
}

const owesIn = ({ arrears }: History, m: Month): boolean =>
  arrears.debts.some((debt) => remainingIn(debt, m) > 0);

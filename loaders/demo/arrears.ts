import { type Day, type Month, month } from "./calendar.js";
import type { Company } from "./company.js";
import { duesPerHead, endsPeriod, firstOfPeriod } from "./dues.js";
import { deferralLevel } from "./macro.js";
import { type Plan, Plans, type Spread } from "./plans.js";
import { Random } from "./random.js";
import type { Trajectory } from "./trajectory.js";

/** One entry in the history of a debt: what remains due after it. */
export interface Step {
  date: Day;
  /** Part of the period's dues still owed, 0 to 1. */
  remaining: number;
  /** Operation code: 1 called in, 2 paid, 3 written off, 5 dropped. */
  operation: number;
}

/** A debt (« écart négatif »): dues of one period not paid in time. */
export interface Debt {
  /** Last month of the period. */
  last: Month;
  kind: Kind;
  /** Rank of the only site concerned, undefined for all. */
  site: number | undefined;
  number: number;
  motive: number;
  steps: Step[];
}

type Kind = "distress" | "deferral" | "careless" | "audit";

export interface Arrears {
  debts: Debt[];
  plans: Plan[];
  spreads: Spread[];
}

/** Motive codes of the Urssaf (§1.2): 2 absence or shortfall, 24 absence, 25 shortfall, 1 lateness, 5 audit, 13 bank refusal. */
const MOTIVES: Record<Kind, readonly number[]> = {
  distress: [2, 24, 25, 25],
  deferral: [24],
  careless: [1, 13, 25],
  audit: [5],
};
/** Rank of the debt in its period, as 101, 201, 301. */
const NUMBERS: Record<Kind, number> = { distress: 101, deferral: 201, careless: 301, audit: 401 };

/**
 * Probability that a company in distress `d` leaves the month's dues unpaid: logistic, 0.3 % at 0,
 * 11 % at 2, one half near 3. With the other rates, employer's debt is zero in about 80 % of months,
 * as in the Signaux Faibles sample.
 */
const UNPAID_INTERCEPT = -4.9;
const UNPAID_SLOPE = 2.2;
const CARELESS_RATE = 0.06;
const BASE_CARELESS_RATE = 0.0035;
const AUDIT_RATE = 0.0018;
/** Part of the companies offered to put off their dues that do. */
const DEFERRAL_TAKE_UP = 0.28;
/** Put-off dues are paid back over about two years, by plans signed from autumn 2020 on. */
const DEFERRAL_PLANS = month(2020, 10);
const DEFERRAL_STEP = 1 / 20;
/** Part of the monthly payments made. */
const DEFERRAL_PAID = 0.9;
/** Debts of a company wound up are written off within two years or so. */
const WRITE_OFF = 1 / 20;
/** Monthly probability that an open debt is settled, by kind, at distress 0. */
const SETTLING: Record<Kind, number> = { distress: 0.24, deferral: 0, careless: 0.5, audit: 0.1 };
/** Distress slows settling down. */
const SETTLING_SLOPE = 0.1;
const PARTIAL_PAYMENT = 0.12;
/** Debts frozen by a plan of reorganisation are paid in ten yearly parts (art. L626-18 code de commerce). */
const PLAN_YEARLY_PART = 0.1;
/** Day of the month by which an incident counts for the month (§1.2). */
export const CUTOFF_DAY = 20;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** What a company owes the Urssaf, from its first month to `horizon`, and the plans it asks for. */
export function owe(seed: number, company: Company, life: Trajectory, horizon: Month): Arrears {
  const ledger = new Ledger(seed, company, life);
  for (let m = life.start + 1; m < horizon; m++) {
    if (m <= life.end) ledger.call(m);
    ledger.collect(m);
  }
  return { debts: ledger.debts, plans: ledger.plans.granted, spreads: ledger.plans.spreads };
}

class Ledger {
  readonly debts: Debt[] = [];
  readonly plans: Plans;
  private open: Debt[] = [];
  private readonly random: Random;

  constructor(
    seed: number,
    private readonly company: Company,
    private readonly life: Trajectory,
  ) {
    this.random = new Random(seed, "arrears", company.index);
    this.plans = new Plans(new Random(seed, "plans", company.index));
  }

  /** Distress as it shows in payments. */
  private shown(m: Month): number {
    const at = Math.min(m, this.life.end - 1) - this.life.start;
    return this.company.openness * this.life.distress[at]!;
  }

  private phase(m: Month) {
    return this.life.phase[Math.min(m, this.life.end - 1) - this.life.start]!;
  }

  /** Dues of all sites for the period of a debt, euros. */
  private duesOf(last: Month): number {
    let sum = 0;
    for (let m = firstOfPeriod(last, this.company.cadence); m <= last; m++) {
      sum += (this.life.headcount[m - this.life.start] ?? 0) * duesPerHead(this.company, m);
    }
    return sum;
  }

  /** In month `m`, the dues of the period that ended the month before may be missing. */
  call(m: Month): void {
    const { random, company } = this;
    const last = m - 1;
    const [unpaid, late, audited, deferred] = [1, 2, 3, 4].map(() => random.uniform());
    const part = random.uniform();
    if (!endsPeriod(last, company.cadence)) return;
    const phase = this.phase(m);
    const distress = phase === "observation" ? -1 : this.shown(m);
    const careless = company.careless ? CARELESS_RATE : BASE_CARELESS_RATE;
    const deferral = deferralLevel(last) * company.sector.covid * DEFERRAL_TAKE_UP;
    if (unpaid! < logistic(UNPAID_INTERCEPT + UNPAID_SLOPE * distress)) {
      this.add(m, "distress", Math.min(1, 0.3 + 0.55 * part + 0.08 * distress));
    } else if (deferred! < deferral) {
      this.add(m, "deferral", 0.5 + 0.5 * part);
    } else if (late! < careless) {
      this.add(m, "careless", 0.03 + 0.4 * part * part);
    }
    if (audited! < AUDIT_RATE * company.cadence) this.add(m, "audit", 0.05 + 0.6 * part * part);
  }

  private add(m: Month, kind: Kind, remaining: number): void {
    const { random } = this;
    const date = {
      month: m,
      day: random.chance(0.85) ? random.integer(16, CUTOFF_DAY) : random.integer(21, 27),
    };
    const debt: Debt = {
      last: m - 1,
      kind,
      site: kind === "careless" || kind === "audit" ? 0 : undefined,
      number: NUMBERS[kind],
      motive: random.pick(MOTIVES[kind]),
      steps: [{ date, remaining: Math.max(0.02, remaining), operation: 1 }],
    };
    this.debts.push(debt);
    this.open.push(debt);
  }

  /** Payments, plans and write-offs of month `m`. */
  collect(m: Month): void {
    const { company } = this;
    const phase = this.phase(m);
    const owed = this.open.reduce(
      (sum, debt) => sum + remainingOf(debt) * this.duesOf(debt.last),
      0,
    );
    const monthly = this.duesOf(Math.min(m, this.life.end) - 1) / company.cadence;
    const canAsk = phase === "inBonis" && m < this.life.end;
    this.plans.step(
      m,
      canAsk ? { owed, monthly, distress: this.shown(m), size: company.size } : undefined,
    );
    for (const debt of this.open) if (debt.last < m - 1) this.settle(debt, m);
    this.open = this.open.filter((debt) => remainingOf(debt) > 0);
  }

  private settle(debt: Debt, m: Month): void {
    const { random } = this;
    const u = random.uniform();
    const v = random.uniform();
    const remaining = remainingOf(debt);
    const phase = this.phase(m);
    const share = this.plans.shareDue(m);
    if (m > this.life.end) this.afterTheEnd(debt, m, u);
    else if (phase === "plan") this.pay(debt, m, remaining - (u < 1 / 12 ? PLAN_YEARLY_PART : 0));
    else if (phase !== "inBonis") return;
    else if (share > 0) this.pay(debt, m, remaining * (1 - share));
    else if (debt.kind === "deferral") this.payBack(debt, m, u);
    else this.payAtWill(debt, m, u, v);
  }

  private payBack(debt: Debt, m: Month, u: number): void {
    if (m >= DEFERRAL_PLANS && u < DEFERRAL_PAID)
      this.pay(debt, m, remainingOf(debt) - DEFERRAL_STEP);
  }

  private payAtWill(debt: Debt, m: Month, u: number, v: number): void {
    const settling = Math.max(
      0.015,
      SETTLING[debt.kind] - SETTLING_SLOPE * Math.max(0, this.shown(m)),
    );
    if (u < settling) this.pay(debt, m, 0);
    else if (v < PARTIAL_PAYMENT) this.pay(debt, m, remainingOf(debt) * (1 - 0.8 * u));
  }

  /** A company that stopped without proceedings pays what is left; else the debt is written off in time. */
  private afterTheEnd(debt: Debt, m: Month, u: number): void {
    if (this.phase(m) !== "liquidation") this.pay(debt, m, 0);
    else if (u < WRITE_OFF) this.step(debt, m, 0, 3);
  }

  private pay(debt: Debt, m: Month, remaining: number): void {
    if (remaining < remainingOf(debt)) this.step(debt, m, remaining < 0.01 ? 0 : remaining, 2);
  }

  private step(debt: Debt, m: Month, remaining: number, operation: number): void {
    const date = { month: m, day: this.random.integer(2, CUTOFF_DAY) };
    debt.steps.push({ date, remaining, operation });
  }
}

/** Part of the period's dues still owed. */
export const remainingOf = ({ steps }: Debt): number => steps[steps.length - 1]!.remaining;

/** Part of the period's dues owed at the end of month `m`. */
export const remainingIn = ({ steps }: Debt, m: Month): number =>
  steps.findLast(({ date }) => date.month <= m)?.remaining ?? 0;

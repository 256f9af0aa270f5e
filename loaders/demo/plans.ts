import { addDays, type Day, type Month, month } from "./calendar.js";
import type { Random } from "./random.js";

/** A payment plan asked of the Urssaf (« délai »). */
export interface Plan {
  created: Day;
  due: Day;
  /** Days between the two. */
  days: number;
  /** Euros. */
  amount: number;
  stage: "APPROB" | "PRO PR" | "PR";
  action: "SUR PO" | "CCSF";
}

/** A step of a request to the commission of chief financial officers (CCSF). */
export interface Spread {
  date: Day;
  stage: "DEBUT" | "APPROB" | "REFUS" | "REJ" | "FIN";
}

/** What the company owes when it may ask, in euros, and its state. */
export interface Standing {
  owed: number;
  /** Dues of an ordinary month. */
  monthly: number;
  distress: number;
  size: number;
}

/** Stages in the Signaux Faibles sample: APPROB 77 %, PRO PR 13 %, PR 11 %. */
const STAGES = [
  ["APPROB", 77],
  ["PRO PR", 13],
  ["PR", 11],
] as const;
/** From half a month of dues on, a company asks with this monthly probability. */
const WORTH_ASKING = 0.5;
const ASKING = 0.16;
/** Plans were offered to all who had put off their dues. */
const OFFER_FROM = month(2020, 9);
const OFFER_TO = month(2021, 12);
const OFFERED = 0.3;
/** After an answer, the company waits. */
const COOLING = 6;
/** Three months of dues, twenty employees: also other creditors, so the CCSF. */
const SPREAD_DUES = 3;
const SPREAD_SIZE = 20;
const SPREAD_RATE = 0.2;
const SPREAD_ANSWERS = [
  ["APPROB", 60],
  ["REFUS", 28],
  ["REJ", 12],
] as const;
/** A plan in trouble breaks with this monthly probability per unit of distress above 2. */
const BREAKING = 0.08;

/** The payment plans of one company. */
export class Plans {
  readonly granted: Plan[] = [];
  readonly spreads: Spread[] = [];
  private running: { from: Month; to: Month } | undefined;
  private nextRequest = 0;

  constructor(private readonly random: Random) {}

  /** Month `m`: a running plan may break, a new one may be asked for. */
  step(m: Month, standing: Standing | undefined): void {
    const { random } = this;
    const [asks, breaks, spreads] = [random.uniform(), random.uniform(), random.uniform()];
    if (this.running && m >= this.running.to) this.running = undefined;
    if (!standing) {
      this.running = undefined;
      return;
    }
    const { owed, monthly, distress, size } = standing;
    if (this.running && breaks < BREAKING * Math.max(0, distress - 2)) this.running = undefined;
    const rate = m >= OFFER_FROM && m <= OFFER_TO ? OFFERED : ASKING;
    if (m < this.nextRequest || owed < WORTH_ASKING * monthly) return;
    if (owed > SPREAD_DUES * monthly && size >= SPREAD_SIZE && spreads < SPREAD_RATE)
      this.spread(m);
    if (!this.running && asks < rate) this.ask(m, owed, monthly);
  }

  /** Share of each debt due this month under the running plan, 0 without one. */
  shareDue(m: Month): number {
    if (!this.running || m <= this.running.from) return 0;
    return 1 / Math.max(1, this.running.to - m);
  }

  private ask(m: Month, owed: number, monthly: number): void {
    const { random } = this;
    const stage = random.weighted(STAGES);
    const longest = Math.min(24, 4 + Math.round((5 * owed) / monthly));
    const months = random.integer(3, Math.max(4, longest));
    const created = { month: m, day: random.integer(1, 20) };
    const days = Math.round(30.4 * months) + random.integer(-3, 6);
    const action = random.chance(0.94) ? "SUR PO" : "CCSF";
    this.granted.push({ created, due: addDays(created, days), days, amount: owed, stage, action });
    this.nextRequest = m + COOLING;
    if (stage === "APPROB") this.running = { from: m, to: m + months };
  }

  private spread(m: Month): void {
    const { random } = this;
    this.nextRequest = m + COOLING;
    const day = (): number => random.integer(1, 28);
    this.spreads.push({ date: { month: m, day: day() }, stage: "DEBUT" });
    const answered = m + random.integer(1, 3);
    const stage = random.weighted(SPREAD_ANSWERS);
    this.spreads.push({ date: { month: answered, day: day() }, stage });
    const ended = answered + random.integer(10, 24);
    if (stage === "APPROB") this.spreads.push({ date: { month: ended, day: day() }, stage: "FIN" });
  }
}

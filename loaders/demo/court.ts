import type { Day, Month } from "./calendar.js";
import type { Random } from "./random.js";

export type Action = "sauvegarde" | "redressement" | "liquidation";
export type Stage =
  | "ouverture"
  | "plan_continuation"
  | "fin_procedure"
  | "inclusion_autre_procedure"
  | "cloture_insuffisance_actif"
  | "solde_procedure";

/** A judgment as the Urssaf hears of it. */
export interface Judgment {
  date: Day;
  action: Action;
  stage: Stage;
}

/** Where a company stands: at large, under observation, following a plan, being wound up. */
export type Phase = "inBonis" | "observation" | "plan" | "liquidation";

/** First judgment, companies of ten employees or more: reorganisation before winding up. Ours. */
const OPENINGS: readonly (readonly [Action, number])[] = [
  ["sauvegarde", 8],
  ["redressement", 57],
  ["liquidation", 35],
];

/** How an observation ends. Ours: about a third of reorganisations reach a plan. */
const OUTCOMES: Record<"sauvegarde" | "redressement", readonly (readonly [Outcome, number])[]> = {
  sauvegarde: [
    ["plan", 62],
    ["redressement", 18],
    ["liquidation", 15],
    ["fin", 5],
  ],
  redressement: [
    ["plan", 34],
    ["liquidation", 60],
    ["fin", 6],
  ],
};
type Outcome = "plan" | "redressement" | "liquidation" | "fin";

/** Observation lasts 6 to 18 months (art. L621-3 code de commerce). */
const OBSERVATION = [6, 18] as const;
/** A company being wound up stops trading within three months. */
const LAST_MONTHS = [1, 3] as const;
/** Winding up is closed for want of assets one and a half to three years later. */
const WINDING_UP = [18, 36] as const;

/** The proceedings of one company, month by month. */
export class Court {
  phase: Phase = "inBonis";
  readonly judgments: Judgment[] = [];
  readonly openings: Month[] = [];
  /** Month in which it stops trading, once known. */
  lastMonth: Month | undefined;
  private action: Action = "redressement";
  private due: Month | undefined;

  constructor(private readonly random: Random) {}

  /** Opens proceedings in month `m`. A company that follows a plan falls under a new one. */
  open(m: Month): void {
    this.openings.push(m);
    const action = this.random.weighted(OPENINGS);
    if (action === "liquidation") this.windUp(m);
    else this.observe(m, action);
  }

  /** What the calendar brings in month `m`. */
  step(m: Month): void {
    if (m !== this.due) return;
    if (this.phase === "liquidation") {
      this.record(m, "liquidation", "cloture_insuffisance_actif");
      this.record(m, "liquidation", "solde_procedure");
      return;
    }
    this.conclude(m, this.random.weighted(OUTCOMES[this.action as "sauvegarde" | "redressement"]));
  }

  private conclude(m: Month, outcome: Outcome): void {
    if (outcome === "plan" || outcome === "fin") {
      const stage = outcome === "plan" ? "plan_continuation" : "fin_procedure";
      this.record(m, this.action, stage);
      this.phase = outcome === "plan" ? "plan" : "inBonis";
      this.due = undefined;
      return;
    }
    const previous = this.action;
    if (outcome === "liquidation") this.windUp(m);
    else this.observe(m, "redressement");
    this.record(m, previous, "inclusion_autre_procedure");
  }

  private observe(m: Month, action: Action): void {
    this.record(m, action, "ouverture");
    this.phase = "observation";
    this.action = action;
    this.due = m + this.random.integer(...OBSERVATION);
  }

  private windUp(m: Month): void {
    this.record(m, "liquidation", "ouverture");
    this.phase = "liquidation";
    this.lastMonth = m + this.random.integer(...LAST_MONTHS);
    this.due = m + this.random.integer(...WINDING_UP);
  }

  private record(month: Month, action: Action, stage: Stage): void {
    this.judgments.push({ date: { month, day: this.random.integer(1, 28) }, action, stage });
  }
}

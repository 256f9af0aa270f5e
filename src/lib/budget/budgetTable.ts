import type { BudgetCheck } from "./budgetChecks.js";
import type { PublicationDuty } from "./publicationDuty.js";

/** `budget.json`: what was agreed, forecast, committed and paid. All amounts in euros, to the cent. */
export interface BudgetTable {
  /** By date of signature, then startup: what each agreement gives to each startup. */
  instruments: Instrument[];
  /** By convention, then startup; months without a hole. */
  spending: MonthlySpending[];
  /** By convention, startup, post, activity and resource. */
  posts: PostSpending[];
  /** What should add up, and whether it does. */
  checks: BudgetCheck[];
  publication: PublicationDuty;
}

/** What one agreement gives to one startup. Codes are strings: some start with a zero. */
export interface Instrument {
  convention: string;
  startup: string;
  instrument: string;
  parties: string;
  /** `YYYY-MM-DD`, null where the document gives none. */
  signed: string | null;
  start: string | null;
  end: string | null;
  /** Autorisations d’engagement: what may be committed. */
  ae: number | null;
  /** Crédits de paiement: what may be paid. */
  cp: number | null;
  /** Part of `cp` that pays for commitments of earlier years (« restes à payer »). */
  rap: number | null;
  /** AE of the agreement with its amendments, as an amendment states it. */
  aeTotal: number | null;
  programme: string | null;
  domain: string | null;
  unit: string | null;
  activity: string | null;
  costCentre: string | null;
  axis: string | null;
  document: string;
}

export interface MonthlySpending {
  convention: string;
  startup: string;
  /** `YYYY-MM`. */
  months: string[];
  /** AE committed and CP paid in the month; null for a month the batch does not observe yet. */
  engaged: (number | null)[];
  paid: (number | null)[];
  engagedForecast: number[];
  paidForecast: number[];
}

export interface PostSpending {
  convention: string;
  startup: string;
  post: string;
  /** Activity and resource of the budget referential of beta.gouv. */
  activity: string;
  resource: string;
  engaged: number;
  paid: number;
  engagedForecast: number;
  paidForecast: number;
}

import type { Cell } from "../tables.js";
import type { NeedStatus } from "./needStatus.js";
import type { ResponseTime } from "./responseTimes.js";

/** `besoins.json`: what became of the needs that companies filed with Place des Entreprises. */
export interface NeedsTable {
  /** Months of transmission, `YYYY-MM`, without a hole; empty when nothing is known. */
  months: string[];
  /** First month whose needs may still change: less than 45 days old at the end; null when none. */
  provisionalFrom: string | null;
  /** Needs closed with help since the opening. */
  helped: number;
  /** Needs sent, by month. */
  sent: Cell[];
  /** Months without a hole grouped in quarters (`2026-T3`), and needs by state. */
  quarters: { quarter: string; provisional: boolean; states: Record<NeedStatus, Cell> }[];
  /** Whole percent answered fast, by version of the definition and quarter; null when too few. */
  fast: Record<ResponseTime["version"], { quarter: string; percent: number | null }[]>;
  /** The last whole quarter and the one before, over needs and over matches. */
  funnel: { quarter: string; needs: Funnel; matches: Funnel } | null;
  funnelBefore: { quarter: string; needs: Funnel; matches: Funnel } | null;
  /** Needs of the last twelve months and those closed with help, by kind. */
  themes: Breakdown[];
  channels: Breakdown[];
  regions: Breakdown[];
  sizes: Breakdown[];
  /** Codes of the A10, or "" for an unknown activity. */
  sectors: Breakdown[];
  years: NeedsYear[];
}

/** Shares over the same base, in whole percents; null when they would tell of too few. */
export interface Funnel {
  base: Cell;
  /** Somebody took a stand. */
  positioned: number | null;
  refused: number | null;
  takenCare: number | null;
  unanswered: number | null;
  helped: number | null;
  /** Over those with an exchange, in both quarters. */
  fast: number | null;
  faster: number | null;
}

export interface Breakdown {
  name: string;
  needs: Cell;
  helped: Cell;
}

export interface NeedsYear {
  year: number;
  /** False for a year under way or begun before the first need. */
  whole: boolean;
  needs: number;
  /** Distinct establishments; null where the export does not number them. */
  companies: number | null;
  /** Answers to the survey, and those contacted for whom the exchange was useful. */
  answers: Cell;
  satisfied: Cell;
  /** Needs given up after 45 days without a stand. */
  abandoned: Cell;
  /** Needs whose subject is not the one chosen by the company. */
  requalified: Cell;
}

/** Share of the needs closed with help, in percent; null when either is hidden. */
export function helpedShare({ needs, helped }: Pick<Breakdown, "needs" | "helped">): number | null {
  if (typeof needs !== "number" || typeof helped !== "number" || needs === 0) return null;
  return (100 * helped) / needs;
}

import { wilsonInterval } from "../stats/wilson.js";
import type { Cell } from "../tables.js";

/** `impact.json`: what the service did, month after month, from its own journals. */
export interface ImpactTable {
  /** Without a hole, the last one is the last observed; empty when nothing was ever recorded. */
  months: string[];
  /** By indicator, one cell a month. */
  series: Record<MonthlyIndicator, Cell[]>;
  /** Companies followed after a list in the twelve months to the last day of each period, `YYYY-MM-DD`. */
  northStar: Record<Periodicity, { date: string; value: Cell }[]>;
  /** Oldest first. */
  lists: PublishedList[];
  /** Without a hole, the last one may be under way. */
  quarters: Coverage[];
  /** Agents who acted, by partner, one cell a quarter. */
  partners: { segment: string; users: Cell[] }[];
  /** Oldest first. */
  years: ImpactYear[];
  /** Reasons given with the ratings of the last twelve months, by code. */
  reasons: { reason: string; useful: Cell; useless: Cell }[];
  followUps: {
    /** Started since the first, by région and by département of the establishment. */
    regions: PlacedCount[];
    departements: PlacedCount[];
    /** All those known at the end: state by criticality. */
    states: { state: string; criticality: string; count: Cell }[];
    /** Redirections decided over the last twelve months, « aucune » included. */
    redirections: { kind: string; count: Cell }[];
  };
}

export const MONTHLY_INDICATORS = [
  "entreprises_accompagnees_12m",
  "utilisateurs_actifs",
  "fidelite",
  "fidelite_3m",
  "fiches_consultees",
  "recherches",
  "exports",
  "suivis_ouverts_12m",
  "suivis_en_cours",
  "suivis_termines_12m",
] as const;
export type MonthlyIndicator = (typeof MONTHLY_INDICATORS)[number];

export type Periodicity = "year" | "month" | "week";

export interface PublishedList {
  name: string;
  /** `YYYY-MM-DD`. */
  published: string;
  companies: Cell;
  fort: Cell;
  modere: Cell;
  firstAlerts: Cell;
  /** Percent of its companies whose sheet was opened in time. */
  read: Cell;
  /** Companies followed in time. */
  followed: Cell;
  /** False while the days that count are not past. */
  readDone: boolean;
  followedDone: boolean;
}

export interface PlacedCount {
  code: string;
  name: string;
  started: Cell;
}

export interface Coverage {
  /** `2026-T3`. */
  quarter: string;
  /** Agents who acted. */
  users: Cell;
  departements: number;
  partners: number;
}

/** One year of use, its ratings, its delays and what it cost. */
export interface ImpactYear {
  year: number;
  /** False for the year that is not over, or began before the journals. */
  whole: boolean;
  /** Mean of the monthly active users, rounded so as not to tell the hidden months. */
  meanUsers: number | null;
  useful: Cell;
  useless: Cell;
  /** Days to the first sheet opened and to the first follow-up: quartiles of the first alerts acted upon. */
  readDays: Quartiles | null;
  followedDays: Quartiles | null;
  /** Credits paid, euros; null where no spending is recorded. */
  paid: number | null;
}

export interface Quartiles {
  companies: number;
  q25: number;
  median: number;
  q75: number;
}

/** Euros by monthly active user and by detection found useful; null where a part is unknown. */
export function unitCosts({ whole, meanUsers, useful, paid }: ImpactYear): {
  byUser: number | null;
  byUseful: number | null;
} {
  if (!whole || paid === null) return { byUser: null, byUseful: null };
  return {
    byUser: meanUsers ? paid / meanUsers : null,
    byUseful: typeof useful === "number" && useful > 0 ? paid / useful : null,
  };
}

/** 95 % interval of the share of useful ratings, percent (Wilson); null when it has none. */
export function usefulInterval({
  useful,
  useless,
}: Pick<ImpactYear, "useful" | "useless">): [low: number, high: number] | null {
  if (typeof useful !== "number" || typeof useless !== "number") return null;
  if (useful + useless === 0) return null;
  const [low, high] = wilsonInterval(useful, useful + useless);
  return [100 * low, 100 * high];
}

/** Percent of the ratings that find the detection useful; null when they are hidden or none. */
export function usefulShare({
  useful,
  useless,
}: Pick<ImpactYear, "useful" | "useless">): number | null {
  if (typeof useful !== "number" || typeof useless !== "number") return null;
  return useful + useless === 0 ? null : (100 * useful) / (useful + useless);
}

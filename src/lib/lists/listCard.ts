import type { DeclaredRule } from "../adjustment.js";
import type { Level } from "../levels.js";
import type { Cause, Change } from "./change.js";

/** `card.json` of a list: what it holds, what changed since the one before, and what it was made from. */
export interface ListCard {
  batch: string;
  /** « Octobre 2026 ». */
  name: string;
  /** One of the lists published each quarter, or one made on demand. */
  quarterly: boolean;
  fictitious: boolean;
  /** Month scored, `YYYY-MM`. */
  month: string;
  model: string;
  /** Fingerprint of the snapshot it was made from. */
  snapshot: string;
  thresholds: { fort: number; modere: number };
  /** Companies of a département in « risque fort » at most, which then has no threshold of its own; null without. */
  capacity: number | null;
  parameters: {
    recentYears: number;
    /** Companies created from this day on are recent, `YYYY-MM-DD`. */
    recentSince: string;
    perDepartement: number;
    historyLists: number;
  };
  /** Companies scored, by level after expert rules. */
  companies: number;
  levels: Record<Level, number>;
  /** By the thresholds alone. */
  levelsBefore: Record<Level, number>;
  /** In no former list; or for the first time at the higher level. */
  firstAlerts: { new: number; raised: number };
  /** Companies of the « liste retraitée ». */
  retraitee: number;
  /** Former lists, oldest first. */
  former: string[];
  /** Since the last of them; null for a first list. */
  changes: ListChanges | null;
  rules: DeclaredRule[];
  freshness: { source: string; date: string | null }[];
}

export interface ListChanges {
  since: string;
  /** Model of the list before; what the data changed is measured with it when it is still known. */
  model: string;
  modelKnown: boolean;
  counts: Record<Change, { total: number; causes: Partial<Record<Cause, number>> }>;
}

import type { Estimate } from "../matching/pairedOutcome.js";
import type { Cell } from "../tables.js";

/** Months after the start of the follow-up. */
export const EFFECT_HORIZONS = [6, 12, 18, 24] as const;

/** Companies are compared with others of half to twice their headcount. */
export const SIZE_FACTOR = 2;

/** The question chosen before looking: an opened proceeding, a year later. */
export const MAIN_OUTCOME = "procedure";
export const MAIN_HORIZON = 12;

/** Every outcome is something one would rather avoid: less is better. */
export const OUTCOMES = {
  procedure: {
    label: "Procédure collective ouverte",
    definition:
      "Ouverture d’une sauvegarde, d’un redressement ou d’une liquidation judiciaire dans les mois qui suivent.",
  },
  liquidation: {
    label: "Liquidation judiciaire ouverte",
    definition: "Ouverture d’une liquidation judiciaire, directe ou après une autre procédure.",
  },
  emploi: {
    label: "Au moins un cinquième de l’emploi perdu",
    definition:
      "Effectif inférieur d’au moins 20 % à celui du départ, ou plus aucun effectif déclaré.",
  },
  dette: {
    label: "Dette à l’Urssaf plus élevée",
    definition: "Cotisations dues à l’Urssaf plus élevées qu’au départ.",
  },
} as const;
export type OutcomeId = keyof typeof OUTCOMES;

/** What is known before the start, and should be alike in both groups. */
export const COVARIATES = {
  score: "Score de la liste (logit)",
  effectif: "Effectif (logarithme)",
  dette: "Dette à l’Urssaf (logarithme)",
  variation: "Évolution de l’effectif sur un an",
  listes: "Listes de l’année qui la signalaient",
} as const;
export type CovariateId = keyof typeof COVARIATES;

/** An estimate that may be told. Shares and differences from 0 to 1. */
export interface Comparison {
  pairs: number;
  treated: number;
  control: number;
  difference: Estimate;
  ratio: Estimate | null;
  /** McNemar, mid-p. */
  p: number;
  detectable: number;
  /** Of Rosenbaum; null when chance alone explains the difference. */
  gamma: number | null;
}

export interface OutcomeRow {
  outcome: OutcomeId;
  horizon: number;
  /** Null: no pair is known that long after. */
  result: Comparison | "s" | null;
}

/** Content of `effet.json`: what became of companies flagged and followed, and of comparable ones. */
export interface EffectTable {
  /** First follow-ups of companies, by what became of them in the study. */
  selection: {
    all: Cell;
    /** Not flagged in the half-year before. */
    unlisted: Cell;
    /** Already in a proceeding. */
    inProceeding: Cell;
    /** Out of the perimeter, or without a known headcount. */
    unknown: Cell;
    /** No company near enough. */
    unpaired: Cell;
    paired: Cell;
  };
  /** Of the companies compared with, those followed in their turn within the longest horizon. */
  followedLater: Cell;
  /** Months of the first and last starts of the pairs; null without a pair. */
  span: { from: string; to: string } | null;
  balance: { covariate: CovariateId; before: number | null; after: number | null }[];
  outcomes: OutcomeRow[];
  /** The loss of employment in the year BEFORE the start, which no follow-up can have changed. */
  placebo: Comparison | "s" | null;
}

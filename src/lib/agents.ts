import type { Effect } from "./adjustment.js";
import type { ShownCounterfactual } from "./counterfactual/shown.js";
import type { Level } from "./levels.js";
import type { Threshold } from "./model.js";

/**
 * What the pages of entitled agents read: one list and one sheet a company, made for one perimeter
 * and one level of rights. What the rights do not give is absent from the files. Months are
 * `YYYY-MM`, amounts euros.
 */

/**
 * Rights of an agent (doctrine d’habilitation of the service): A reads everything, B reads neither
 * the amounts of the Urssaf nor what would let them be computed.
 */
export const RIGHTS = {
  A: { label: "niveau A : tous les blocs" },
  B: { label: "niveau B : sans les montants de l’Urssaf" },
} as const;

export type Rights = keyof typeof RIGHTS;

/** `liste.json`: the companies of the perimeter that the model flags, the likeliest first. */
export interface AgentsList {
  perimeter: {
    label: string;
    /** Départements of the perimeter where a listed company is, by code. */
    departements: { code: string; name: string }[];
  };
  rights: Rights;
  /** Name of the list, « Octobre 2026 », and whether none was made before. */
  list: { name: string; isFirst: boolean };
  /** Month scored. */
  month: string;
  /** « Fort » has none when it holds the best ranked of each département. */
  thresholds: { fort: number | null; modere: number };
  companies: ListedCompany[];
}

/** What the detection list says of a company besides its score. */
export interface ListFacts {
  /** `new`: in no former list; `raised`: for the first time at the higher level; null for neither. */
  firstAlert: "new" | "raised" | null;
  /** Created less than three years before the batch. */
  recent: boolean;
  /** Lists it was flagged in, out of those it was scored for, this one included. */
  alerts: number;
  lists: number;
  /** Rights A: a payment plan of the Urssaf runs. */
  plan?: boolean;
  /** Rights A: it is in the « liste retraitée ». */
  retraitee?: boolean;
}

export interface ListedCompany extends ListFacts {
  siren: string;
  name: string;
  /** Département and commune of the head office, null when the register does not say. */
  departement: string | null;
  commune: string | null;
  /** Départements of the perimeter where it has an active establishment. */
  present: string[];
  /** Legal category of INSEE, four digits. */
  legalCategory: string | null;
  section: string | null;
  ape: string | null;
  apeLabel: string | null;
  /** Last known headcount of the company. */
  effectif: number | null;
  level: Exclude<Level, "aucun">;
  probability: number;
  /** Three reasons at most, the strongest first. */
  reasons: string[];
  /** Insolvency proceeding under way, null when in bonis. */
  procol: string | null;
  /** Rights A: last known debt to the Urssaf. */
  debt?: number | null;
}

/** One line of the explanation: the base value and these add up to the log-odds of the company. */
export interface Contribution {
  term: string;
  feature: string;
  group: string;
  label: string;
  /** The value in words: « oui », « 3,2 mois de cotisations », « non renseigné ». */
  words: string;
  /** In log-odds. */
  contribution: number;
}

/** `entreprises/<siren>.json`: the sheet of a company. */
export interface CompanySheet {
  siren: string;
  name: string;
  rights: Rights;
  month: string;
  level: Exclude<Level, "aucun">;
  probability: number;
  /** Log-odds: `base` plus the contributions. */
  eta: number;
  base: number;
  contributions: Contribution[];
  /** Level of the thresholds alone, before expert rules. */
  levelBefore: Level;
  /** Expert rules that moved the level, without the reason of those the rights do not give. */
  adjustments: { effect: Effect; label: string; reason: string }[];
  /** What would lower the level of the thresholds; absent when they do not flag the company. */
  counterfactual?: ShownCounterfactual;
  thresholds: { fort: Threshold["value"]; modere: Threshold["value"] };
  identity: {
    legalCategory: string | null;
    ape: string | null;
    apeLabel: string | null;
    section: string | null;
    created: string | null;
    effectif: number | null;
    procol: string | null;
  };
  establishments: Establishment[];
  months: string[];
  series: MonthlySeries;
  /** Rights A: payment plans granted by the Urssaf. */
  plans?: Plan[];
  ratios: Ratios[];
  proceedings: Proceeding[];
}

export interface Establishment {
  siret: string;
  headOffice: boolean;
  active: boolean;
  commune: string | null;
  departement: string | null;
  ape: string | null;
  effectif: number | null;
  created: string | null;
}

/** One value a month, null when the source says nothing yet. */
export interface MonthlySeries {
  effectif: (number | null)[];
  /** Short-time work in full-time equivalents. */
  apAutorise: (number | null)[];
  apConsomme: (number | null)[];
  /** Rights A. */
  cotisation?: (number | null)[];
  dettePartSalariale?: (number | null)[];
  dettePartPatronale?: (number | null)[];
  /** Rights A: amount of the payment plans that cover the month. */
  delai?: (number | null)[];
}

export interface Plan {
  from: string;
  to: string | null;
  amount: number | null;
  stage: string | null;
  action: string | null;
}

/** Open ratios of one closing (INPI and Banque de France): amounts in euros, ratios as published. */
export interface Ratios {
  closing: string;
  chiffreAffaires: number | null;
  margeBrute: number | null;
  ebe: number | null;
  resultatExploitation: number | null;
  resultatNet: number | null;
  tauxEndettement: number | null;
  ratioLiquidite: number | null;
  autonomieFinanciere: number | null;
}

export interface Proceeding {
  date: string;
  label: string;
}

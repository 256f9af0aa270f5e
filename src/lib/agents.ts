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
  /** Month scored. */
  month: string;
  thresholds: { fort: number; modere: number };
  companies: ListedCompany[];
}

export interface ListedCompany {
  siren: string;
  name: string;
  /** Département and commune of the head office, null when the register does not say. */
  departement: string | null;
  commune: string | null;
  /** Départements of the perimeter where it has an active establishment. */
  present: string[];
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

import type { DocumentId } from "./documents.js";

/** What one administration owes to another, or to the public, under a founding document. */
export interface Duty {
  /** 1 to 58, as in the inventory of duties (impact, §2.1). */
  number: number;
  kind: DutyKind;
  title: string;
  from: string;
  to: string;
  frequency: Frequency;
  /** Word for word. */
  quotes: readonly string[];
  /** The documents that hold it, the one quoted first. */
  documents: readonly DocumentId[];
  /** Where in them. */
  articles: string | null;
  proof: Proof;
}

export const DUTY_KINDS = {
  R: "compte rendu",
  P: "publication",
  M: "mesure",
  T: "travaux",
  B: "budget",
} as const;
export type DutyKind = keyof typeof DUTY_KINDS;

export const FREQUENCIES = {
  permanent: "en permanence",
  once: "une fois",
  event: "à chaque événement",
  workingDays: "sous cinq jours ouvrés, sur demande",
  monthly: "chaque mois",
  quarterly: "chaque trimestre",
  yearly: "chaque année",
  end: "à la fin de la convention",
  dated: "à une date passée",
} as const;
export type Frequency = keyof typeof FREQUENCIES;

/** How delivery is known; `what` says it to the reader. */
export type Proof = { what: string } & (
  | { by: "page"; path: string }
  | { by: "rows"; source: string }
  | { by: "lists" }
  | { by: "batch" }
  | { by: "spending"; convention: string }
  | { by: "post"; post: string }
  | { by: "declared" }
  | { by: "dated" }
);

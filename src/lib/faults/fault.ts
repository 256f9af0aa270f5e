/** Where a fault is found. */
export type FaultLevel = "file" | "header" | "row" | "cell" | "table";

/**
 * What becomes of what is wrong: `fatal` the file is not read, `rejected` the row is kept apart
 * whole, `skipped` the row is set aside without being wrong, `notice` all is kept and it is said.
 */
export type FaultEffect = "fatal" | "rejected" | "skipped" | "notice";

/** One thing that can be wrong in a file of a partner; texts are in French, spaces plain. */
export interface Fault {
  level: FaultLevel;
  effect: FaultEffect;
  title: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** Why it matters and how it is recognised. */
  explanation: string;
  /** Texts of a file, invented; `#` stands for a digit of an identifier, none being published. */
  example: { wrong: string; right: string };
  /** What the producer of the file does. */
  producer: string;
  /** What the team that reads it does. */
  team: string;
  /** Files concerned. */
  sources: string;
}

/** Levels in the order a file is read, with their name for people. */
export const FAULT_LEVELS: Readonly<Record<FaultLevel, string>> = {
  file: "Fichier",
  header: "En-tête",
  row: "Ligne",
  cell: "Cellule",
  table: "Table",
};

/** Effects, the most severe first, with their name for people. */
export const FAULT_EFFECTS: Readonly<Record<FaultEffect, string>> = {
  fatal: "le fichier n’est pas lu",
  rejected: "la ligne est rejetée",
  skipped: "la ligne est ignorée",
  notice: "signalée, rien n’est écarté",
};

/** Sources concerned by what any text file can suffer from. */
export const EVERY_FILE = "Tous les fichiers";

import type { DescribedVariable } from "../../lib/evaluation.js";
import type { Explored } from "../../lib/notebook/explored.js";
import type { BatchTable } from "../../lib/tables.js";

/** What the figures of an explored variable share. */
export interface VariableTold {
  found: Explored;
  variable: Pick<DescribedVariable, "name" | "label" | "unit">;
  batch: BatchTable;
}

export const VARIABLE_SOURCE = "variables du lot";

/** « (jours) », nothing without a unit. */
export const unitOf = ({ unit }: VariableTold["variable"]): string => (unit ? ` (${unit})` : "");

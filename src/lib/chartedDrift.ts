import { DRIFT_LIMITS } from "./drift.js";
import type { DescribedVariable, Drift, DriftSeries } from "./evaluation.js";

/** Drift month by month of the score and of the variable of each family that tells most of it. */
export interface ChartedDrift {
  /** Months the others are compared with. */
  reference: Drift["reference"];
  months: string[];
  series: Pick<DriftSeries, "name" | "label" | "inModel" | "psi">[];
}

/**
 * The score, then one variable a family among those that drifted in some month: one the model reads
 * if there is one, then the one beyond the first limit in the most months, then the furthest.
 */
export function chartedDrift(
  { reference, months, variables }: Drift,
  described: readonly DescribedVariable[],
): ChartedDrift {
  const familyOf = new Map(described.map(({ name, group }) => [name, group]));
  const moved = variables
    .filter(({ name, worst }) => worst !== "stable" && familyOf.has(name))
    .sort(mostTelling);
  const families = [...new Set(described.map(({ group }) => group))];
  const first = families.flatMap(
    (family) => moved.find(({ name }) => familyOf.get(name) === family) ?? [],
  );
  const score = variables.filter(({ name }) => name === "score");
  const series = [...score, ...first.sort(mostTelling)].map(({ name, label, inModel, psi }) => ({
    ...{ name, label, inModel, psi },
  }));
  return { reference, months, series };
}

function mostTelling(a: DriftSeries, b: DriftSeries): number {
  return (
    Number(b.inModel) - Number(a.inModel) ||
    monthsBeyond(b.psi) - monthsBeyond(a.psi) ||
    highest(b.psi) - highest(a.psi)
  );
}

function monthsBeyond(psi: DriftSeries["psi"]): number {
  return psi.filter((value) => value !== null && value >= DRIFT_LIMITS.watch).length;
}

function highest(psi: DriftSeries["psi"]): number {
  return psi.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
}

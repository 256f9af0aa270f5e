import type { Priority } from "./criteria.js";

export type Status = "conforme" | "non conforme" | "non applicable";

/** Weights of the workbook of May 2024 (`DISIC/MiNumEco`, `public/docs/2024/rgesn-mai2024`). */
export const WEIGHTS: Readonly<Record<Priority, number>> = { P: 1.5, R: 1.25, M: 1 };

/**
 * Eco-design score, 0 to 100: weight of the criteria met over the weight of those that apply; null
 * when none applies (RGESN 2024).
 */
export function rgesnScore(
  criteria: readonly { priority: Priority; status: Status }[],
): number | null {
  const weigh = (kept: (status: Status) => boolean): number =>
    criteria.reduce(
      (sum, { priority, status }) => (kept(status) ? sum + WEIGHTS[priority] : sum),
      0,
    );
  const applicable = weigh((status) => status !== "non applicable");
  if (applicable === 0) return null;
  return (100 * weigh((status) => status === "conforme")) / applicable;
}

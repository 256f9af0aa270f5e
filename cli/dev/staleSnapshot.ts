import type { Mistake } from "./mistake.js";

/**
 * A snapshot made by another code than today's, whose extracts are no longer there to make it again;
 * nothing when the code that makes snapshots has not changed.
 */
export function staleSnapshot(
  batch: string,
  reasons: readonly string[],
  extracts: string,
): Mistake[] {
  const change = reasons.find((reason) => reason.startsWith("code :"));
  if (!change) return [];
  return [
    {
      code: "stale-snapshot",
      message: `l’instantané du lot ${batch} est périmé (${change}) et ses extractions ne sont plus dans ${extracts}/${batch}`,
      remedy: `Remettez les extractions dans ${extracts}/${batch} et relancez « vigie dev », ou revenez au code qui l’a fait. Les calculs continuent avec l’ancien.`,
      file: `${extracts}/${batch}`,
    },
  ];
}

import type { ExplorerRequest } from "./request.js";

/** SQL of the periods published for the indicators of a request, the first one first. */
export function periodsSql({ indicators, periodicity }: ExplorerRequest): string {
  const parts = indicators.map(
    (id) => `SELECT DISTINCT periode FROM ${id} WHERE periodicite = '${periodicity}'`,
  );
  return `${parts.join("\nUNION\n")}\nORDER BY periode`;
}

import { VigieError } from "../../src/lib/error.js";
import type { Family } from "./variable.js";

/**
 * What tells the future in the query of a family. A window looks back with `lag` over months in
 * order; the openings of proceedings and the table of outcomes are what the model must predict.
 */
const FUTURE: readonly { shape: RegExp; why: string }[] = [
  { shape: /\blead\s*\(/i, why: "lit les mois suivants" },
  { shape: /\bFOLLOWING\b/i, why: "lit les mois suivants" },
  { shape: /\bORDER BY periode DESC\b/i, why: "parcourt les mois à rebours" },
  { shape: /\bf_issue\b/i, why: "lit ce qu’il faut prédire" },
  { shape: /\bclean_procol\w*/i, why: "lit les procédures collectives, qu’il faut prédire" },
];

/** Throws `leaking-feature` for the first family whose query reads what is not known at its month. */
export function checkNoLeak(families: readonly Pick<Family, "table" | "query">[]): void {
  for (const { table, query } of families) {
    for (const { shape, why } of FUTURE) {
      const [found] = shape.exec(query) ?? [];
      if (!found) continue;
      throw new VigieError(
        "leaking-feature",
        `la famille de variables ${table} ${why} : « ${found} »`,
        "Ne lisez que le mois courant et les précédents, par lag(…) sur la fenêtre « serie » : le modèle ne connaîtra rien d’autre le jour où il note.",
        1,
        { folder: "models/features", quote: `table: "${table}"` },
      );
    }
  }
}

import { z } from "zod";
import type { Level } from "./levels.js";

/** Levels as lists name them: F1 and F2 are names of thresholds, not F-scores (§4.5). */
export const ALERTS = {
  fort: "Alerte seuil F1",
  modere: "Alerte seuil F2",
  aucun: "Pas d'alerte",
} as const satisfies Record<Level, string>;

const alert = z.enum(Object.values(ALERTS) as [string, ...string[]]);
const share = z.number().min(-1).max(1);
const selected = z.array(z.tuple([z.string(), z.string()]));

/**
 * One line of a list, `list.jsonl`: the score of a company and its explanation under the field names of
 * the service's lists (signaux-faibles, « explications », 2021 to 2023). Shares are signed parts of
 * |β₀| + Σ|w x|; the parts of `microExpl` add up to those of `macroExpl`.
 */
export const LIST_RECORD = z.strictObject({
  siren: z.string().regex(/^[0-9]{9}$/),
  /** « Octobre 2026 ». */
  liste: z.string(),
  batch: z.string(),
  /** Identifier of the model. */
  algo: z.string(),
  /** Month scored, first day. */
  periode: z.iso.date(),
  /** Probability, after calibration. */
  score: z.number().min(0).max(1),
  /** Log-odds before calibration: what the contributions add up to. */
  logOdds: z.number(),
  seuilFort: z.number(),
  seuilModere: z.number(),
  alertPreRedressements: alert,
  alert,
  /** Names of the expert rules that moved it. */
  redressements: z.array(z.string()),
  /**
   * The smallest realistic change that would lower `alertPreRedressements`, and what it would lead
   * to; null when nothing realistic would. Levers are those of `counterfactual/catalogue.ts`.
   */
  baisse: z
    .strictObject({
      alert,
      score: z.number().min(0).max(1),
      changements: z.array(
        z.strictObject({ levier: z.string(), de: z.number(), vers: z.number() }),
      ),
    })
    .nullable(),
  /** `[group, variable]` told as worrying, the first the most. */
  selectConcerning: selected,
  selectReassuring: selected,
  /** By group, 0 to 1: 0.5 when it weighs what its columns share of β₀ weighs, more above. */
  macroRadar: z.record(z.string(), z.number().min(0).max(1)),
  /** By group, with `model_offset`. */
  macroExpl: z.record(z.string(), share),
  /** By variable, with `model_offset`. */
  microExpl: z.record(z.string(), share),
});

export type ListRecord = z.infer<typeof LIST_RECORD>;

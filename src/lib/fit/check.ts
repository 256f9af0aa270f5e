import { VigieError } from "../error.js";
import { HORIZON_MONTHS } from "../horizon.js";
import { monthText } from "../month.js";
import { type Frame, monthRange } from "./frame.js";
import type { CompleteSpec } from "./spec.js";

/**
 * Throws a VigieError unless the outcomes of a sample hold at least one event and one row without;
 * `name` completes « l’échantillon … ».
 */
export function checkOutcome(outcome: Float64Array, name: string): void {
  const events = outcome.reduce((sum, value) => sum + value, 0);
  if (events > 0 && events < outcome.length) return;
  throw new VigieError(
    "sample-too-small",
    `l’échantillon ${name} compte ${outcome.length} mois-entreprises dont ${events} suivis d’une procédure : rien n’est estimable`,
    `Il faut au moins un an d’historique, puis ${HORIZON_MONTHS} mois d’issue pour l’apprentissage et ${HORIZON_MONTHS} de plus pour le test, et assez d’entreprises ; essayez « vigie demo --months 96 --companies 3000 ».`,
  );
}

/**
 * Throws a VigieError unless some month to learn from is within those the specification asks for; data
 * that start later are no fault of their size.
 */
export function checkWindow(
  frame: Frame,
  { name, split: { training: window } }: CompleteSpec,
  training: Int32Array,
): void {
  if (!window || training.length > 0) return;
  const every = Int32Array.from({ length: frame.rows }, (_, row) => row);
  const [first, last] = monthRange(frame, every)!;
  throw new VigieError(
    "training-window",
    `« ${name} » apprend sur les mois de ${window.from} à ${window.to}, les données vont de ${monthText(first)} à ${monthText(last)}`,
    `Déposez des extractions qui remontent à ${window.from}, ou changez split.training dans models/specs/${name}.ts.`,
    2,
  );
}

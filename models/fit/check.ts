import { VigieError } from "../../src/lib/error.js";
import { HORIZON_MONTHS } from "../features/outcome.js";

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

import { formatNumber, formatPercent, NARROW_SPACE } from "../format/number.js";
import { LEVELS, type Level } from "../levels.js";
import { LEVERS, type LeverEntry, type LeverName } from "./catalogue.js";

/** What a sheet shows of a counterfactual; null where the rights do not give the figure. */
export interface ShownCounterfactual {
  /** What the thresholds alone give, before the rules of experts. */
  level: Level;
  /** The smallest first; empty when nothing realistic would lower the level. */
  options: ShownOption[];
}

export interface ShownOption {
  changes: ShownChange[];
  probability: number | null;
  /** Level once the change is made. */
  level: Level;
}

export interface ShownChange {
  lever: LeverName;
  from: number | null;
  to: number | null;
}

/** « 48 804 € », « 12,5 % », « oui » or « non » for a lever without unit. */
export function quantityInWords(lever: LeverName, value: number): string {
  const { unit, decimals }: LeverEntry = LEVERS[lever];
  if (unit === "") return value === 1 ? "oui" : "non";
  return `${formatNumber(value, decimals)}${NARROW_SPACE}${unit}`;
}

/** « ramener sa dette sociale de 48 804 € à 27 000 € », an infinitive. */
export function changeInWords({ lever, from, to }: ShownChange): string {
  const { action, clearing, unquantified, unit }: LeverEntry = LEVERS[lever];
  if (from === null || to === null) return unquantified;
  if (unit === "") return action;
  const before = quantityInWords(lever, from);
  if (to === 0 && clearing) return `${clearing} (${before} aujourd’hui)`;
  return `${action} de ${before} à ${quantityInWords(lever, to)}`;
}

/**
 * What the smallest change would do, all else equal, as one sentence; or that no realistic change
 * would do anything.
 */
export function counterfactualInWords({ level, options }: ShownCounterfactual): string {
  const [smallest] = options;
  if (!smallest) {
    return "Aucun changement réaliste d’un ou deux leviers ne suffirait, d’après le modèle, à faire baisser le niveau.";
  }
  const { changes, probability, level: after } = smallest;
  const means = changes.map(changeInWords).join(" et ");
  const chance =
    probability === null ? "" : ` (probabilité de ${formatPercent(100 * probability)})`;
  const outcome =
    after === "aucun"
      ? "ne signalerait plus cette entreprise"
      : `placerait cette entreprise en ${LEVELS[after].label} au lieu de ${LEVELS[level].label}`;
  return `Toutes choses égales par ailleurs, le modèle ${outcome}${chance} si elle pouvait ${means}.`;
}

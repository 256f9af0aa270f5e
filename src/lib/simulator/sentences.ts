import { effectInWords } from "../adjustment.js";
import { formatNumber, formatPercent, NARROW_SPACE } from "../format/number.js";
import { LEVELS } from "../levels.js";
import type { LevelChange } from "./levelChanges.js";
import { moving, type Simulation } from "./simulate.js";

/** Below a tenth of the odds a family changes little: exp(0.1) is 1.11. */
const LITTLE = 0.1;

/** « Risque modéré : probabilité de 8,4 % … », what is announced at each change. */
export function resultSentence(simulation: Simulation, horizonMonths: number): string {
  const { score, level } = simulation;
  const risk = formatPercent(100 * score.probability);
  const rules = moving(simulation);
  const because =
    rules.length === 0
      ? ""
      : `, niveau ajusté par : ${rules.map(({ label }) => label).join(" ; ")}`;
  return `${capital(LEVELS[level].label)}. Probabilité d’une procédure collective dans les ${horizonMonths} mois : ${risk}${because}.`;
}

/** Two sentences at most: the families that worry most and those that reassure most. */
export function groupSentences({ groups }: Simulation): string[] {
  const sorted = [...groups].sort((a, b) => b.contribution - a.contribution);
  const worrying = sorted.filter(({ contribution }) => contribution >= LITTLE);
  const reassuring = sorted.filter(({ contribution }) => contribution <= -LITTLE).reverse();
  if (worrying.length + reassuring.length === 0)
    return ["Aucune famille de signes n’écarte nettement cette entreprise de la moyenne."];
  return [
    ...worrying
      .slice(0, 1)
      .map(
        ({ label, contribution }) =>
          `Ce qui inquiète le plus : « ${label} », qui multiplie les chances de procédure par ${formatNumber(Math.exp(contribution), 1)}.`,
      ),
    ...reassuring
      .slice(0, 1)
      .map(
        ({ label, contribution }) =>
          `Ce qui rassure le plus : « ${label} », qui divise ces chances par ${formatNumber(Math.exp(-contribution), 1)}.`,
      ),
  ];
}

/** « Effectif : à 24 salariés au lieu de 18, le niveau serait … ». */
export function changeSentence({ input, from, to, level }: LevelChange): string {
  const tell = (value: number): string => inUnit(value, input.step, input.unit);
  return `${input.label} : à ${tell(to)} au lieu de ${tell(from)}, ce serait « ${LEVELS[level].label} ».`;
}

/** One line a rule: what it does, and whether it moved the level. */
export function ruleSentences(simulation: Simulation): string[] {
  const { applied, untold } = simulation;
  const moved = moving(simulation);
  return [
    ...applied.map((rule) => {
      const end = moved.includes(rule) ? "" : " Ici, le niveau n’en est pas changé.";
      return `${rule.label} (${effectInWords(rule.effect)}). ${rule.reason}${end}`;
    }),
    ...untold.map(
      ({ label }) =>
        `${label} : cette règle lit l’historique de la dette, que le simulateur ne demande pas.`,
    ),
  ];
}

/** A value of a field with as many decimals as its step. */
export function inUnit(value: number, step: number, unit: string): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const number = formatNumber(value, decimals);
  return unit === "" ? number : `${number}${NARROW_SPACE}${unit}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

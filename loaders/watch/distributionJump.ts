import { formatNumber } from "../../src/lib/format/number.js";
import { distanceBetween } from "./distribution.js";
import { limitOf } from "./thresholds.js";
import { usualInWords, usualOf } from "./usual.js";
import { type ColumnTest, formerSides, type Side } from "./watched.js";

/** The distribution of a column, compared with that of the batch before. */
export const distributionJump: ColumnTest = (watched) => {
  const { table, column, now } = watched;
  const sides = formerSides(watched, "psi");
  const before = sides.at(-1);
  const distance = before && distanceBetween(before, now);
  const limit = limitOf("psi", table, column, watched.flow);
  if (!distance || distance.psi <= Math.max(limit, distance.chance)) return [];
  const usual = usualOf(successive(sides));
  const threshold = Math.max(limit, distance.chance, usual ? usual.value + usual.spread : 0);
  if (distance.psi <= threshold) return [];
  const say = (index: number) => formatNumber(index, 2);
  const said = {
    now: `indice de stabilité de ${say(distance.psi)}`,
    before: usual ? usualInWords(usual, say) : "premier lot comparé",
    limit: say(threshold),
    advice: "comparer les distributions des deux lots (vigie diff) et interroger le partenaire",
  };
  const known = usual?.value ?? null;
  return [{ table, column, measure: "psi", before: known, now: distance.psi, threshold, said }];
};

function successive(sides: readonly Side[]): number[] {
  return sides.slice(1).flatMap((side, index) => {
    const distance = distanceBetween(sides[index]!, side);
    return distance ? [distance.psi] : [];
  });
}

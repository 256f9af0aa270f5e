import type { AlikeRegion, ComparedTerritory, RegionComparison } from "./comparableRegion.js";
import { formatCell, formatValue } from "./format/cell.js";
import { formatPercent } from "./format/number.js";
import { formatSignedPoints } from "./format/points.js";
import { inPlace } from "./places.js";
import { LEAST_COVERED } from "./standardisation.js";
import { SUBJECTS } from "./subjects.js";

/**
 * Title: « À structure sectorielle égale, le taux d’ouverture de procédures collectives serait de
 * 2,9 % en Bretagne, contre 2,5 % en France ».
 */
export function standardisedFinding({ indicator, region, france }: RegionComparison): string {
  const { words } = SUBJECTS[indicator.id];
  const here = inPlace(region.territory);
  const { value } = region.standardised;
  if (typeof value !== "number") {
    return `À structure sectorielle égale, ${words} ${here} : ${formatCell(value, indicator)}`;
  }
  const figure = `À structure sectorielle égale, ${words} serait de ${formatValue(value, indicator)} ${here}`;
  if (typeof france !== "number") return figure;
  return `${figure}, contre ${formatValue(france, indicator)} en France`;
}

/** What the figure adds in words: where the gap with France comes from, the best comparable région, what is not published. */
export function comparisonNotes(comparison: RegionComparison): string[] {
  const notes = [gapNote(comparison), bestNote(comparison), coverNote(comparison)];
  return notes.filter((note) => note !== "");
}

function gapNote({ effects, method, region, france }: RegionComparison): string {
  if (!effects || typeof region.raw !== "number" || typeof france !== "number") return "";
  const parts = [
    `${formatSignedPoints(effects.structure)} parce que ses secteurs ne pèsent pas comme en France`,
    `${formatSignedPoints(effects.own)} parce que, dans un même secteur, les taux y diffèrent`,
  ];
  const rest = formatSignedPoints(effects.rest);
  if (/[1-9]/.test(rest)) parts.push(`${rest} dans les secteurs non publiés ou absents`);
  const list = `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}`;
  return `L’écart observé avec la France est de ${formatSignedPoints(region.raw - france)}, dont ${list}${method === "direct" ? " (décomposition de Kitagawa)" : ""}.`;
}

function bestNote({ indicator, best, alike, region }: RegionComparison): string {
  const { value } = region.standardised;
  if (!best || typeof value !== "number" || typeof best.standardised.value !== "number") return "";
  const group = `les ${alike.length} régions dont les secteurs ressemblent le plus aux siens`;
  const gap = value - best.standardised.value;
  if (indicator.rise === "unfavourable" ? gap <= 0 : gap >= 0) {
    return `Aucune valeur n’est meilleure parmi ${group}.`;
  }
  const figure = formatValue(best.standardised.value, indicator);
  const chance = isWithinChance(region, best) ? " ; l’écart peut tenir au hasard" : "";
  return `Meilleure région comparable : ${best.territory.name} (${figure}), parmi ${group}${chance}.`;
}

/** Whether the bounds of a difference, at 95 %, hold zero; false when there are none. */
function isWithinChance(one: ComparedTerritory, other: AlikeRegion): boolean {
  const [a, b] = [one.standardised, other.standardised];
  if (!a.interval || !b.interval) return false;
  const [x, y] = [a.value as number, b.value as number];
  return Math.abs(x - y) <= Math.hypot(a.interval[1] - x, b.interval[1] - y);
}

function coverNote({ indicator, method, region }: RegionComparison): string {
  const { value, reference, covered } = region.standardised;
  const share = formatPercent(100 * covered, 0);
  if (typeof value !== "number") {
    return covered < LEAST_COVERED
      ? `Les secteurs publiés ne font que ${share} de la région : il en faut ${formatPercent(100 * LEAST_COVERED, 0)} pour comparer à structure égale.`
      : "";
  }
  if (reference === null || share === formatPercent(100, 0)) return "";
  if (method === "indirect") {
    return `Les secteurs publiés font ${share} de la région ; le reste est compté au taux moyen des autres secteurs en France.`;
  }
  return `Calcul sur les secteurs publiés des deux côtés, soit ${share} de la France, où leur taux est de ${formatValue(reference, indicator)}.`;
}

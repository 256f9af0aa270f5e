import { formatCell, formatValue } from "./format/cell.js";
import { changeBetween, formatChange } from "./format/change.js";
import type { Indicator } from "./indicators.js";
import { inPlace } from "./places.js";
import { MONTHS_A_YEAR } from "./quarter.js";
import { SUBJECTS } from "./subjects.js";
import type { Cell, Territory } from "./tables.js";

/** A territory as the sentences need it. */
export interface Place {
  code: string;
  name: string;
  level?: Territory["level"];
}

/** A territory or a sector with its figure, to be ranked. */
export interface Ranked {
  label: string;
  value: Cell;
}

/** A title that names more leaders than this is a list. */
const MOST_NAMED = 2;

/**
 * Title of a chart in time: « Les ouvertures de procédures collectives ont augmenté de 12 % en un
 * an en Bretagne ». Compares the last cell with the one a year before, twelve places back unless the
 * series has another number of periods a year; when either is hidden or missing, says that the change
 * is not published.
 */
export function trendFinding(
  indicator: Indicator,
  values: readonly Cell[],
  place: string,
  periodsAYear = MONTHS_A_YEAR,
): string {
  const { words, plural } = SUBJECTS[indicator.id];
  const subject = capitalise(words);
  const change = changeBetween(values.at(-1), values.at(-1 - periodsAYear), indicator.kind);
  if (!change) return `${subject} ${place} : évolution sur un an non publiée`;
  const auxiliary = plural ? "ont" : "a";
  if (change.direction === "stable") return `${subject} n’${auxiliary} pas varié en un an ${place}`;
  const verb = change.direction === "up" ? "augmenté" : "diminué";
  return `${subject} ${auxiliary} ${verb} de ${change.size} en un an ${place}`;
}

/** « en hausse de 3,2 % sur un an », from the last cell and the one a year before. */
export function yearlyChange(
  indicator: Pick<Indicator, "kind">,
  values: readonly Cell[],
  periodsAYear = MONTHS_A_YEAR,
): string {
  return formatChange(changeBetween(values.at(-1), values.at(-1 - periodsAYear), indicator.kind));
}

/**
 * Title of a ranking: « Construction : 4,6 %, la valeur la plus élevée des 17 secteurs publiés ».
 * Hidden and missing cells are not ranked; two equal highest values are
 * named together, more are counted.
 */
export function rankFinding(
  indicator: Pick<Indicator, "kind" | "unit">,
  rows: readonly Ranked[],
  [group, published]: readonly [group: string, published: string],
): string {
  const known = rows.filter(
    (row): row is Ranked & { value: number } => typeof row.value === "number",
  );
  if (known.length === 0) return "Aucune valeur publiée";
  const highest = Math.max(...known.map(({ value }) => value));
  const leaders = known.filter(({ value }) => value === highest).map(({ label }) => label);
  const figure = formatValue(highest, indicator);
  if (known.length === 1) return `${leaders[0]} : ${figure}, seule valeur publiée`;
  if (leaders.length === known.length) {
    return `${figure} pour les ${known.length} ${group} ${published}, sans différence`;
  }
  const names =
    leaders.length > MOST_NAMED ? `${leaders.length} ${group} à égalité` : leaders.join(", ");
  return `${names} : ${figure}, la valeur la plus élevée des ${known.length} ${group} ${published}`;
}

/**
 * « Le taux d’ouverture de procédures collectives est de 2,9 % en Bretagne, contre 2,5 % en
 * France »; for rates, the only figures that compare between territories of unlike sizes.
 */
export function comparisonFinding(
  indicator: Indicator,
  place: Place,
  value: Cell | undefined,
  reference: Cell | undefined,
): string {
  const subject = capitalise(SUBJECTS[indicator.id].words);
  const where = inPlace(place);
  if (typeof value !== "number") return `${subject} ${where} : ${formatCell(value, indicator)}`;
  const figure = `${subject} est de ${formatValue(value, indicator)} ${where}`;
  if (typeof reference !== "number") return figure;
  return `${figure}, contre ${formatValue(reference, indicator)} en France`;
}

/** First letter in capital, accents kept. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

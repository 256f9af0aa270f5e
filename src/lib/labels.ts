import { GROUPS, type Group } from "./groups.js";
import { INDICATORS, type Indicator, type IndicatorId } from "./indicators.js";
import { SECTIONS } from "./sections.js";

/** The definition of an indicator. Throws a RangeError on an id that does not exist. */
export function indicatorOf(id: IndicatorId): Indicator {
  const indicator = INDICATORS.find((one) => one.id === id);
  if (!indicator) throw new RangeError(`unknown indicator: ${id}`);
  return indicator;
}

/** Units that are not words of the count they measure. */
const MEASURES: Readonly<Record<string, string>> = {
  "%": "En pourcentage",
  "€": "En euros",
  ETP: "En équivalents temps plein",
};

/** How an indicator is measured, as the start of a sentence: « En pourcentage », « Nombre de salariés ». */
export function measureOf({ unit }: Pick<Indicator, "unit">): string {
  return MEASURES[unit] ?? `Nombre ${/^[aeiouhé]/.test(unit) ? "d’" : "de "}${unit}`;
}

/** Short name of a NAF section or of the total, the code itself when it is neither. */
export function sectionLabel(code: string): string {
  if (code === "Total") return "Tous secteurs";
  return SECTIONS.find((section) => section.code === code)?.short ?? code;
}

/** French name of a group of features, the group itself when it is not one. */
export function groupLabel(group: string): string {
  return group in GROUPS ? GROUPS[group as Group].label : group;
}

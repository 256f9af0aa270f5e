import { capitalise } from "./findings.js";
import { formatCell, formatValue } from "./format/cell.js";
import { changeBetween } from "./format/change.js";
import { formatPercent } from "./format/number.js";
import type { Indicator } from "./indicators.js";
import { SUBJECTS } from "./subjects.js";
import type { Cell } from "./tables.js";

/**
 * Title that sets a sector against all of them: « Construction : le taux d’ouverture de procédures
 * collectives s’élève à 3,4 %, contre 2,5 % tous secteurs »; a count or an amount is told as its
 * share of the whole. A hidden or missing cell is said in words.
 */
export function sectorFinding(
  indicator: Indicator,
  sector: string,
  value: Cell | undefined,
  total: Cell | undefined,
): string {
  const { words, plural } = SUBJECTS[indicator.id];
  if (typeof value !== "number") return `${sector}, ${words} : ${formatCell(value, indicator)}`;
  const verb = plural ? "s’élèvent à" : "s’élève à";
  const figure = `${sector} : ${words} ${verb} ${formatValue(value, indicator)}`;
  if (indicator.kind !== "rate") {
    const share = shareOfAll(value, total);
    return share ? `${figure}, ${share}` : figure;
  }
  return typeof total === "number"
    ? `${figure}, contre ${formatValue(total, indicator)} tous secteurs`
    : figure;
}

/** What a sector is compared with in a key figure: « tous secteurs : 2,5 % », « 12,3 % de l’ensemble des secteurs ». */
export function againstAll(
  indicator: Pick<Indicator, "kind" | "unit">,
  value: Cell | undefined,
  total: Cell | undefined,
): string {
  if (indicator.kind === "rate") return `tous secteurs : ${formatCell(total, indicator)}`;
  return shareOfAll(value, total) ?? "part de l’ensemble non disponible";
}

function shareOfAll(value: Cell | undefined, total: Cell | undefined): string | undefined {
  if (typeof value !== "number" || typeof total !== "number" || total <= 0) return undefined;
  return `${formatPercent((100 * value) / total)} de l’ensemble des secteurs`;
}

/** One of two things set side by side. */
export interface Compared {
  name: string;
  value: Cell | undefined;
}

/**
 * Title of two things side by side: « Le taux d’ouverture de procédures collectives : 2,9 %
 * (Bretagne), 2,5 % (Normandie), un écart de 0,4 point ». The gap is only told of rates: what two
 * counts differ by is mostly the size of what is counted.
 */
export function sideBySideFinding(indicator: Indicator, a: Compared, b: Compared): string {
  const told = [a, b].map(({ name, value }) => `${formatCell(value, indicator)} (${name})`);
  const sentence = `${capitalise(SUBJECTS[indicator.id].words)} : ${told.join(", ")}`;
  if (indicator.kind !== "rate") return sentence;
  const gap = changeBetween(a.value, b.value, indicator.kind);
  if (!gap) return sentence;
  return gap.direction === "stable"
    ? `${sentence}, sans écart`
    : `${sentence}, un écart de ${gap.size}`;
}

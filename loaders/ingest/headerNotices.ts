import { type FaultCode, withCode } from "../../src/lib/faults/faults.js";
import type { Source } from "../sources/source.js";
import type { Column, MonthColumn } from "./header.js";
import { isAgreed, plainLabel, spelling } from "./labels.js";

/** What is worth saying of a header that can be read, in French, each with its code. */
export function headerNotices(
  labels: readonly string[],
  columns: readonly Column[],
  months: readonly MonthColumn[],
  extra: readonly string[],
  source: Source,
): string[] {
  const found = columns.filter(({ position }) => position !== undefined);
  const odd = found.filter(({ key, position }) => !isAgreed(source, key, labels[position! - 1]!));
  return [
    ...told("extra-label", "colonnes inconnues, ignorées", extra.map(quoted)),
    ...told("blank-label", "colonnes sans nom, ignorées", blankPositions(labels)),
    ...told("duplicate-label", "colonnes en double, ignorées", repeated(extra).map(quoted)),
    ...told(
      "incorrect-label",
      "colonnes reconnues sous un autre nom",
      odd.map(({ key, label }) => `${quoted(label)} pour ${quoted(spelling(source, key))}`),
    ),
    ...told("period-gap", "mois absents entre deux autres", missingMonths(months)),
  ];
}

const quoted = (label: string): string => `« ${label} »`;

function told(code: FaultCode, what: string, which: readonly string[]): string[] {
  return which.length === 0 ? [] : [withCode(`${what} : ${which.join(", ")}`, code)];
}

function blankPositions(labels: readonly string[]): string[] {
  return labels.flatMap((label, index) => (plainLabel(label) === "" ? [`n° ${index + 1}`] : []));
}

function repeated(labels: readonly string[]): string[] {
  const plain = labels.map(plainLabel);
  return labels.filter((_, index) => plain.indexOf(plain[index]!) !== index);
}

/** Months between the first and the last that have no column, `AAAA-MM`. */
function missingMonths(months: readonly MonthColumn[]): string[] {
  const numbers = months.map(({ month }) => monthNumber(month));
  const present = new Set(numbers);
  const missing: string[] = [];
  const last = Math.max(...numbers);
  for (let month = Math.min(...numbers); month < last; month++)
    if (!present.has(month)) missing.push(monthText(month));
  return missing;
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthText(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

import { formatNumber } from "../format/number.js";

/** Decimals shown of a number that is not whole; a file keeps them all. */
const DECIMALS = 4;

/** A value of a query as it is read: numbers in French, days without an hour, nothing for NULL. */
export function resultText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "vrai" : "faux";
  return String(resultValue(value));
}

function numberText(value: number): string {
  if (Number.isInteger(value)) return formatNumber(value);
  return formatNumber(value, DECIMALS).replace(/0+$/, "").replace(/,$/, "");
}

/** The same in a file: numbers as they are, dates in ISO 8601, lists and structures in JSON. */
export function resultValue(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

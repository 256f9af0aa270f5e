/**
 * French numbers: decimal comma, U+202F between groups of three digits and before a unit, U+2212
 * for minus (Lexique des règles typographiques en usage à l’Imprimerie nationale). Written by hand
 * rather than with `Intl`, whose spaces and signs change with the ICU version of the reader.
 */
export const NARROW_SPACE = "\u202f";
const MINUS = "\u2212";

/** `1234.5` with one decimal gives « 1 234,5 »; the number of decimals is fixed, rounding is that of `toFixed`. */
export function formatNumber(value: number, decimals = 0): string {
  const [integer = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
  const digits = fraction === undefined ? grouped : `${grouped},${fraction}`;
  const isZero = !/[1-9]/.test(digits);
  return value < 0 && !isZero ? `${MINUS}${digits}` : digits;
}

/** A value already in percent: `12.34` gives « 12,3 % ». */
export function formatPercent(percent: number, decimals = 1): string {
  return `${formatNumber(percent, decimals)}${NARROW_SPACE}%`;
}

const EURO_UNITS = [
  { from: 1e9, unit: "Md€" },
  { from: 1e6, unit: "M€" },
  { from: 1e4, unit: "k€", divisor: 1e3 },
] as const;

/** Euros in the unit that leaves few digits: « 950 € », « 12,3 k€ », « 4,6 M€ », « 1,2 Md€ ». */
export function formatEuros(euros: number): string {
  const scale = EURO_UNITS.find(({ from }) => Math.abs(euros) >= from);
  if (!scale) return `${formatNumber(euros)}${NARROW_SPACE}€`;
  const divisor = "divisor" in scale ? scale.divisor : scale.from;
  return `${formatNumber(euros / divisor, 1)}${NARROW_SPACE}${scale.unit}`;
}

/** Bytes in decimal multiples (IEC 80000-13): « 950 o », « 12,3 ko », « 4,6 Mo ». */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${formatNumber(bytes)}${NARROW_SPACE}o`;
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3, 1)}${NARROW_SPACE}ko`;
  if (bytes < 1e9) return `${formatNumber(bytes / 1e6, 1)}${NARROW_SPACE}Mo`;
  return `${formatNumber(bytes / 1e9, 1)}${NARROW_SPACE}Go`;
}

/** A class of companies by their turnover. */
export interface TurnoverClass {
  code: string;
  label: string;
  /** In euros, included. */
  from: number;
  /** Excluded; Infinity for the last one. */
  to: number;
}

const MILLION = 1_000_000;

/** Classes of turnover of the sector version of `ratios_inpi_bce` (§1.6, `classe_ca`). */
export const TURNOVER_CLASSES: readonly TurnoverClass[] = [
  { code: "<2M", label: "Moins de 2 M€", from: 0, to: 2 * MILLION },
  { code: "2M-10M", label: "De 2 à 10 M€", from: 2 * MILLION, to: 10 * MILLION },
  { code: "10M-50M", label: "De 10 à 50 M€", from: 10 * MILLION, to: 50 * MILLION },
  { code: ">50M", label: "50 M€ ou plus", from: 50 * MILLION, to: Number.POSITIVE_INFINITY },
];

/** SQL expression: code of the class of a turnover in euros, NULL when it is not known. */
export function turnoverClassSql(turnover: string): string {
  const cases = TURNOVER_CLASSES.map(
    ({ code, from, to }) =>
      `WHEN ${turnover} >= ${from}${Number.isFinite(to) ? ` AND ${turnover} < ${to}` : ""} THEN '${code}'`,
  );
  return `CASE ${cases.join(" ")} END`;
}

/** A class of companies by their headcount, bounds included. */
export interface SizeClass {
  code: string;
  label: string;
  from: number;
  /** Infinity for the last one. */
  to: number;
}

/**
 * Classes of headcount, within INSEE's (« Tranches d’effectifs », Sirene): the perimeter starts at
 * ten employees, which a company may have lost since.
 */
export const SIZE_CLASSES: readonly SizeClass[] = [
  { code: "1-9", label: "Moins de 10 salariés", from: 1, to: 9 },
  { code: "10-19", label: "10 à 19 salariés", from: 10, to: 19 },
  { code: "20-49", label: "20 à 49 salariés", from: 20, to: 49 },
  { code: "50-249", label: "50 à 249 salariés", from: 50, to: 249 },
  { code: "250+", label: "250 salariés ou plus", from: 250, to: Number.POSITIVE_INFINITY },
];

/** SQL expression: code of the class of a headcount. */
export function sizeClassSql(headcount: string): string {
  const cases = SIZE_CLASSES.map(({ code, to }) =>
    Number.isFinite(to) ? `WHEN ${headcount} <= ${to} THEN '${code}'` : `ELSE '${code}'`,
  );
  return `CASE ${cases.join(" ")} END`;
}

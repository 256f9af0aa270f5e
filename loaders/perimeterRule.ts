/**
 * Who is followed (§1.7): companies that reached ten employees in one of the last months. The
 * documents say 120 months; the code says 36 since March 2026 (opensignauxfaibles `lib/filter`,
 * d945a59f), which is the rule here unless told otherwise. Its second rule, one value at least in
 * the last three months, was switched off on 2026-06-30 and is not applied.
 */
export const PERIMETER = { employees: 10, monthsAtDate: 36 } as const;

/** Depths of the rule: of the code, then of the documents (§1.7). */
export const PERIMETER_MONTHS = [PERIMETER.monthsAtDate, 120] as const;

export type PerimeterMonths = (typeof PERIMETER_MONTHS)[number];

/**
 * Parameters of the lists, each with its date. Changing one changes the lists made from then on; those
 * of the past stay as they were.
 */
export const PARAMETERS = {
  /** A company younger than this is recent: two years, then three (domain §5.2). Set in 2026-10. */
  recentYears: 3,
  /** Most companies of the « liste retraitée » in a département (domain §5.2, SJCF). Set in 2026-10. */
  perDepartement: 200,
  /** Former lists whose levels are recalled: two years of quarterly lists. Set in 2026-10. */
  historyLists: 8,
} as const;

export type ListParameters = { [name in keyof typeof PARAMETERS]: number };

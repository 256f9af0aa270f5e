/** Months between the two debts that `avg_delta_dette_par_effectif` compares (`models/features/debt.ts`). */
export const DELTA_MONTHS = 3;

/** Suffix of the features of that past debt. */
export const PAST_DEBT = `_past_${DELTA_MONTHS}`;

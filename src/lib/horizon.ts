/** Months ahead the outcome looks (signaux-faibles/documentation, algorithme-evaluation). */
export const HORIZON_MONTHS = 18;

/** Layouts the Urssaf used: before December 2025 four files had no SIRET (§1.2). */
export const GENERATIONS = ["avec-siret", "sans-siret"] as const;
export type Generation = (typeof GENERATIONS)[number];

import { EURO } from "../fields/amount.js";
import type { CleanTable } from "./table.js";

/** Contributions due in euros, at the first month of their period. */
export const cleanCotisation: CleanTable = {
  name: "clean_cotisation",
  query: ({ within }) => `SELECT siret, periode_debut AS periode, sum(cotis_due)::${EURO} AS du
    FROM cotisation WHERE ${within("left(siret, 9)")} GROUP BY ALL`,
  key: ["siret", "periode"],
  period: "periode",
};

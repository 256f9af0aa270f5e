import type { CleanTable } from "./table.js";

/** Headcount of an establishment, all its accounts together; `is_latest` marks its last month. */
export const cleanEffectif: CleanTable = {
  name: "clean_effectif",
  query: ({ within }) => `SELECT siret, periode, sum(effectif)::INTEGER AS effectif,
      periode = max(periode) OVER (PARTITION BY siret) AS is_latest
    FROM effectif WHERE ${within("left(siret, 9)")} GROUP BY siret, periode`,
  key: ["siret", "periode"],
  period: "periode",
};

/** Headcount of a company, its lines together; `is_latest` marks its last month. */
export const cleanEffectifEnt: CleanTable = {
  name: "clean_effectif_ent",
  query: ({ within }) => `SELECT siren, periode, sum(effectif_ent)::INTEGER AS effectif_ent,
      periode = max(periode) OVER (PARTITION BY siren) AS is_latest
    FROM effectif_ent WHERE ${within("siren")} GROUP BY siren, periode`,
  key: ["siren", "periode"],
  period: "periode",
};

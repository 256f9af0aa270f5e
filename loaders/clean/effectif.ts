import type { CleanTable } from "./table.js";

/** Headcount of an establishment, all its accounts together; `is_latest` marks its last month. */
export const cleanEffectif: CleanTable = {
  name: "clean_effectif",
  title: "Effectif, par établissement et mois",
  query: ({ within }) => `SELECT siret, periode, sum(effectif)::INTEGER AS effectif,
      periode = max(periode) OVER (PARTITION BY siret) AS is_latest
    FROM effectif WHERE ${within("left(siret, 9)")} GROUP BY siret, periode`,
  key: ["siret", "periode"],
  period: "periode",
  columns: {
    siret: { description: "Établissement", unit: "identifiant" },
    periode: { description: "Mois, à son premier jour", unit: "date" },
    effectif: {
      description: "Personnes employées par l’établissement, tous comptes réunis",
      unit: "salariés",
    },
    is_latest: { description: "Dernier mois connu de l’établissement", unit: "oui/non" },
  },
};

/** Headcount of a company, its lines together; `is_latest` marks its last month. */
export const cleanEffectifEnt: CleanTable = {
  name: "clean_effectif_ent",
  title: "Effectif, par entreprise et mois",
  query: ({ within }) => `SELECT siren, periode, sum(effectif_ent)::INTEGER AS effectif_ent,
      periode = max(periode) OVER (PARTITION BY siren) AS is_latest
    FROM effectif_ent WHERE ${within("siren")} GROUP BY siren, periode`,
  key: ["siren", "periode"],
  period: "periode",
  columns: {
    siren: { description: "Entreprise", unit: "identifiant" },
    periode: { description: "Mois, à son premier jour", unit: "date" },
    effectif_ent: { description: "Personnes employées par l’entreprise", unit: "salariés" },
    is_latest: { description: "Dernier mois connu de l’entreprise", unit: "oui/non" },
  },
};

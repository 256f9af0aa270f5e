import type { CleanTable } from "./table.js";

/** What the ends of the Paydex scale stand for, for a code without its days (§1.6). */
const DAYS_OF_CODE = `CASE WHEN code_paydex = '000' THEN 180 WHEN code_paydex = '050' THEN 30
  WHEN code_paydex >= '080' THEN 0 END`;

/**
 * Payment delays of both layouts of Altares, the last value of each month; the stock, later and
 * richer, comes before the former file (§1.6).
 */
export const cleanPaydex: CleanTable = {
  name: "clean_paydex",
  title: "Retards de paiement, par entreprise et mois",
  query: ({ within }) => `WITH both_layouts AS (
      SELECT siren, date_valeur, nb_jours, NULL::INTEGER AS nombre_fournisseurs,
        NULL::DECIMAL(18,2) AS encours, NULL::INTEGER AS fpi_30, NULL::INTEGER AS fpi_90,
        0 AS layout, row_number() OVER () AS line FROM paydex
      UNION ALL
      SELECT siren, date_valeur, coalesce(nbr_jrs_retard, ${DAYS_OF_CODE}), nbr_fournisseurs,
        encours_etudies, note100_alerteur_plus_30, note100_alerteur_plus_90_jours,
        1 AS layout, row_number() OVER () AS line FROM paydex_stock)
    SELECT siren, date_trunc('month', date_valeur)::DATE AS periode, nb_jours,
      nombre_fournisseurs, encours, fpi_30, fpi_90
    FROM both_layouts WHERE ${within("siren")}
    QUALIFY row_number() OVER (PARTITION BY siren, date_trunc('month', date_valeur)
      ORDER BY date_valeur DESC, layout DESC, line DESC) = 1`,
  key: ["siren", "periode"],
  period: "periode",
  columns: {
    siren: { description: "Entreprise", unit: "identifiant" },
    periode: { description: "Mois, à son premier jour", unit: "date" },
    nb_jours: {
      description: "Retard moyen de paiement des fournisseurs",
      unit: "jours",
      nullable: true,
    },
    nombre_fournisseurs: {
      description: "Fournisseurs dont les factures sont étudiées",
      unit: "nombre",
      nullable: true,
    },
    encours: { description: "Montant des factures étudiées", unit: "€", nullable: true },
    fpi_30: {
      description: "Part des paiements en retard de plus de 30 jours",
      unit: "%",
      nullable: true,
    },
    fpi_90: {
      description: "Part des paiements en retard de plus de 90 jours",
      unit: "%",
      nullable: true,
    },
  },
};

import { type Family, REDUCE } from "./variable.js";

/**
 * A balance sheet is used seven months after its closing, from the first whole month (August for a
 * closing on 31 December), and for 14 months: 21 in all, the Banque de France's own validity
 * (reduce.algo2, entr_diane).
 */
const AVAILABLE_AFTER_MONTHS = 7;
const VALID_MONTHS = 14;

const CITATION = `data.economie.gouv.fr, ratios_inpi_bce ; ${REDUCE} : utilisable ${AVAILABLE_AFTER_MONTHS} mois après la clôture, pendant ${VALID_MONTHS} mois`;
const MISSING = "aucun bilan utilisable, ou ratio absent du bilan";

/** Ratios kept, as `ratios_inpi_bce` names them. */
const RATIOS = [
  { name: "autonomie_financiere", label: "Autonomie financière", unit: "%" },
  { name: "taux_d_endettement", label: "Taux d’endettement", unit: "%" },
  { name: "ratio_de_liquidite", label: "Ratio de liquidité", unit: "%" },
  { name: "marge_ebe", label: "Excédent brut d’exploitation sur chiffre d’affaires", unit: "%" },
  { name: "caf_sur_ca", label: "Capacité d’autofinancement sur chiffre d’affaires", unit: "%" },
  {
    name: "resultat_courant_avant_impots_sur_ca",
    label: "Résultat courant avant impôts sur chiffre d’affaires",
    unit: "%",
  },
  {
    name: "poids_bfr_exploitation_sur_ca",
    label: "Besoin en fonds de roulement d’exploitation sur chiffre d’affaires",
    unit: "%",
  },
  { name: "couverture_des_interets", label: "Couverture des intérêts", unit: "%" },
  { name: "capacite_de_remboursement", label: "Capacité de remboursement", unit: "" },
  { name: "credit_fournisseurs_jours", label: "Crédit fournisseurs", unit: "jours" },
] as const;

const columns = RATIOS.map(({ name }) => name);

/** Financial ratios of the last usable balance sheet. */
export const ratios: Family = {
  table: "f_ratios",
  query: `
    WITH bilans AS (
      SELECT siren, ${columns.join(", ")},
        CAST(date_trunc('month', date_cloture) + INTERVAL ${AVAILABLE_AFTER_MONTHS + 1} MONTH AS DATE)
          AS disponible
      FROM clean_ratios
      QUALIFY row_number() OVER (PARTITION BY siren, disponible ORDER BY date_cloture DESC) = 1
    ), courants AS (
      SELECT grille.siren, grille.periode, bilans.* EXCLUDE (siren),
        coalesce(grille.periode < bilans.disponible + INTERVAL ${VALID_MONTHS} MONTH, false)
          AS valide
      FROM grille ASOF LEFT JOIN bilans
        ON grille.siren = bilans.siren AND grille.periode >= bilans.disponible
    )
    SELECT siren, periode, NOT valide AS bilan_absent,
      ${columns.map((name) => `CASE WHEN valide THEN ${name} END AS ${name}`).join(",\n      ")}
    FROM courants`,
  variables: [
    {
      name: "bilan_absent",
      label: "Absence de bilan utilisable",
      unit: "",
      group: "sante_financiere",
      kind: "flag",
      citation: CITATION,
      missing: "",
    },
    ...RATIOS.map((ratio) => ({
      ...ratio,
      group: "sante_financiere" as const,
      citation: CITATION,
      missing: MISSING,
    })),
  ],
};

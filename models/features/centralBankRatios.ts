import { usableSheets, usableWords } from "./balanceSheet.js";
import type { Family } from "./variable.js";

/** Of `reduce.algo2`, `entr_bdf`. */
const VALID_MONTHS = 13;

/** Columns of the source, and the names the service's variables had. */
const RATIOS = [
  {
    name: "poids_frng",
    column: "poids_frng",
    label: "Fonds de roulement net global sur chiffre d’affaires",
    unit: "%",
    formula: "FRNG / CA",
  },
  {
    name: "taux_marge",
    column: "tx_marge",
    label: "Excédent brut d’exploitation sur valeur ajoutée",
    unit: "%",
    formula: "100 × EBE / VA",
  },
  {
    name: "delai_fournisseur",
    column: "delai_frs",
    label: "Délai de paiement des fournisseurs",
    unit: "jours",
    formula: "360 × dettes fournisseurs / achats HT",
  },
  {
    name: "dette_fiscale",
    column: "poids_dfisc_soc",
    label: "Dettes fiscales et sociales sur valeur ajoutée",
    unit: "%",
    formula: "100 × dettes fiscales et sociales / VA",
  },
  {
    name: "financier_court_terme",
    column: "poids_fin_ct",
    label: "Concours bancaires courants sur chiffre d’affaires",
    unit: "%",
    formula: "100 × concours bancaires courants / CA HT",
  },
  {
    name: "frais_financier",
    column: "poids_frais_fin",
    label: "Frais financiers sur excédent brut d’exploitation",
    unit: "%",
    formula: "100 × frais financiers / (EBE + produits − charges hors exploitation)",
  },
] as const;

/**
 * Ratios of the Banque de France, read from the table as it came: a retired source, of one region
 * and of closings from 2013 to 2017, that former models used (§1.6).
 */
export const centralBankRatios: Family = {
  table: "f_bdf",
  query: `SELECT * FROM (${usableSheets({
    sheets: `SELECT d1 AS siren, arrete_bilan AS date_cloture,
      ${RATIOS.map(({ name, column }) => `${column} AS ${name}`).join(", ")} FROM bdf
      QUALIFY row_number() OVER (PARTITION BY d1, arrete_bilan
        ORDER BY annee DESC, ${RATIOS.map(({ column }) => column).join(", ")}) = 1`,
    columns: RATIOS.map(({ name }) => name),
    validMonths: VALID_MONTHS,
  })}) WHERE valide`,
  variables: RATIOS.map(({ name, label, unit, formula }) => ({
    name,
    label,
    unit,
    group: "sante_financiere" as const,
    citation: `Banque de France (documentation, description-donnees.md) : ${formula} ; ${usableWords(VALID_MONTHS)}`,
    missing:
      "aucun bilan de la Banque de France utilisable : source limitée à la Bourgogne-Franche-Comté et arrêtée en 2018",
  })),
};

import { usableSheets, usableWords } from "./balanceSheet.js";
import type { Family } from "./variable.js";

/** Of `reduce.algo2`, `entr_diane`. */
const VALID_MONTHS = 14;

const OPEN = `data.economie.gouv.fr, ratios_inpi_bce ; ${usableWords(VALID_MONTHS)}`;
const MISSING = "aucun bilan utilisable, ou ratio absent du bilan";

interface Ratio {
  name: string;
  label: string;
  unit: string;
  /** Columns of `clean_ratios` it is computed from; defaults to the column of its name. */
  sql?: string;
  /** The service's own name for the same formula, or how it differs. */
  note?: string;
}

/** In per cent of turnover, as `ratios_inpi_bce` gives its own shares. */
const share = (amount: string): string => `100 * ${amount} / nullif(chiffre_d_affaires, 0)`;

const RATIOS: readonly Ratio[] = [
  {
    name: "autonomie_financiere",
    label: "Autonomie financière",
    unit: "%",
    note: "solidité_financière de sf_datalake",
  },
  {
    name: "taux_d_endettement",
    label: "Taux d’endettement",
    unit: "%",
    note: "proche de dette_à_terme_sur_k_propres de sf_datalake",
  },
  {
    name: "ratio_de_liquidite",
    label: "Ratio de liquidité",
    unit: "%",
    note: "liquidité_absolue de sf_datalake (actif circulant / passif circulant)",
  },
  {
    name: "marge_ebe",
    label: "Excédent brut d’exploitation sur chiffre d’affaires",
    unit: "%",
    note: "ebe_sur_ca de sf_datalake ; rentabilite_economique de Diane, sans les subventions",
  },
  { name: "caf_sur_ca", label: "Capacité d’autofinancement sur chiffre d’affaires", unit: "%" },
  {
    name: "resultat_courant_avant_impots_sur_ca",
    label: "Résultat courant avant impôts sur chiffre d’affaires",
    unit: "%",
    note: "performance de Diane, sans les subventions",
  },
  {
    name: "poids_bfr_exploitation_sur_ca",
    label: "Besoin en fonds de roulement d’exploitation sur chiffre d’affaires",
    unit: "%",
    note: "poids_bfr_exploitation de Diane",
  },
  {
    name: "couverture_des_interets",
    label: "Couverture des intérêts",
    unit: "%",
    note: "proche d’interets de predictsignauxfaibles",
  },
  {
    name: "capacite_de_remboursement",
    label: "Capacité de remboursement",
    unit: "années",
    note: "proche de dette_nette_sur_caf de sf_datalake, la trésorerie n’étant pas déduite",
  },
  { name: "credit_fournisseurs_jours", label: "Crédit fournisseurs", unit: "jours" },
  { name: "credit_clients_jours", label: "Crédit clients", unit: "jours" },
  {
    name: "rotation_des_stocks_jours",
    label: "Rotation des stocks",
    unit: "jours",
    note: "stocks_sur_ca de sf_datalake, en jours",
  },
  {
    name: "ratio_de_vetuste",
    label: "Vétusté des immobilisations corporelles",
    unit: "%",
    note: "degre_immo_corporelle de Diane",
  },
  { name: "ca", label: "Chiffre d’affaires", unit: "€", sql: "chiffre_d_affaires" },
  {
    name: "rentabilite_nette",
    label: "Résultat net sur chiffre d’affaires",
    unit: "%",
    sql: share("resultat_net"),
    note: "100 × résultat net / CA ; rentabilite_nette de Diane, sans les subventions",
  },
  {
    name: "part_ca_ebit",
    label: "Résultat d’exploitation sur chiffre d’affaires",
    unit: "%",
    sql: share("ebit"),
    note: "100 × résultat d’exploitation / CA",
  },
  {
    name: "part_ca_marge_brute",
    label: "Marge brute sur chiffre d’affaires",
    unit: "%",
    sql: share("marge_brute"),
    note: "100 × marge brute / CA",
  },
  {
    name: "delai_paiement_sur_delai_encaissement",
    label: "Délai de paiement des fournisseurs sur délai d’encaissement des clients",
    unit: "",
    sql: "credit_fournisseurs_jours / nullif(credit_clients_jours, 0)",
    note: "sf_datalake : crédit fournisseurs / crédit clients",
  },
];

/** Financial ratios of the last usable balance sheet published by the INPI. */
export const ratios: Family = {
  table: "f_ratios",
  query: `
    SELECT *, NOT valide AS bilan_absent FROM (${usableSheets({
      sheets: `SELECT siren, date_cloture,
        ${RATIOS.map(({ name, sql }) => (sql ? `${sql} AS ${name}` : name)).join(",\n        ")}
        FROM clean_ratios`,
      columns: RATIOS.map(({ name }) => name),
      validMonths: VALID_MONTHS,
    })})`,
  variables: [
    {
      name: "bilan_absent",
      label: "Absence de bilan utilisable",
      unit: "",
      group: "sante_financiere",
      kind: "flag",
      citation: OPEN,
      missing: "",
    },
    ...RATIOS.map(({ name, label, unit, note }) => ({
      name,
      label,
      unit,
      group: "sante_financiere" as const,
      citation: note ? `${note} ; ${OPEN}` : OPEN,
      missing: MISSING,
    })),
  ],
};

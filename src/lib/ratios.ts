/** A financial ratio of published accounts. */
export interface FinancialRatio {
  id: string;
  label: string;
  unit: "%" | "jours" | "année";
  /** What is divided by what. */
  definition: string;
  /** The amount of the accounts it is the share of in turnover; absent from a ratio that they give. */
  shareOf?: string;
}

/**
 * Ratios given by the accounts themselves (data.economie.gouv.fr, `ratios_inpi_bce`), with its
 * column names and its units: « en % » of shares, « en jours » of durations.
 */
const GIVEN = [
  {
    id: "taux_d_endettement",
    label: "Taux d’endettement",
    unit: "%",
    definition: "Dettes financières ÷ capitaux propres",
  },
  {
    id: "ratio_de_liquidite",
    label: "Ratio de liquidité",
    unit: "%",
    definition: "Actif circulant ÷ dettes à court terme",
  },
  {
    id: "ratio_de_vetuste",
    label: "Vétusté des immobilisations",
    unit: "%",
    definition: "Amortissements ÷ immobilisations corporelles brutes",
  },
  {
    id: "autonomie_financiere",
    label: "Autonomie financière",
    unit: "%",
    definition: "Capitaux propres ÷ total du bilan",
  },
  {
    id: "poids_bfr_exploitation_sur_ca",
    label: "Besoin en fonds de roulement d’exploitation",
    unit: "%",
    definition: "Besoin en fonds de roulement d’exploitation ÷ chiffre d’affaires",
  },
  {
    id: "couverture_des_interets",
    label: "Couverture des intérêts",
    unit: "%",
    definition: "Charges d’intérêts ÷ excédent brut d’exploitation",
  },
  {
    id: "caf_sur_ca",
    label: "Capacité d’autofinancement",
    unit: "%",
    definition: "Capacité d’autofinancement ÷ chiffre d’affaires",
  },
  {
    id: "capacite_de_remboursement",
    label: "Capacité de remboursement",
    unit: "année",
    definition: "Dettes financières ÷ capacité d’autofinancement, en exercices",
  },
  {
    id: "marge_ebe",
    label: "Marge d’exploitation (excédent brut)",
    unit: "%",
    definition: "Excédent brut d’exploitation ÷ chiffre d’affaires",
  },
  {
    id: "resultat_courant_avant_impots_sur_ca",
    label: "Résultat courant avant impôts",
    unit: "%",
    definition: "Résultat courant avant impôts ÷ chiffre d’affaires",
  },
  {
    id: "poids_bfr_exploitation_sur_ca_jours",
    label: "Besoin en fonds de roulement d’exploitation, en jours",
    unit: "jours",
    definition: "Besoin en fonds de roulement d’exploitation, en jours de chiffre d’affaires",
  },
  {
    id: "rotation_des_stocks_jours",
    label: "Rotation des stocks",
    unit: "jours",
    definition: "Durée moyenne de stockage",
  },
  {
    id: "credit_clients_jours",
    label: "Crédit clients",
    unit: "jours",
    definition: "Délai moyen de règlement des clients",
  },
  {
    id: "credit_fournisseurs_jours",
    label: "Crédit fournisseurs",
    unit: "jours",
    definition: "Délai moyen de règlement des fournisseurs",
  },
] as const satisfies readonly FinancialRatio[];

/** Shares of turnover that the service adds, under its own names (§1.6, « Sectoral indicators »). */
const SHARES: readonly FinancialRatio[] = [
  {
    id: "part_ca_marge_brute",
    label: "Marge brute",
    unit: "%",
    definition: "Marge brute ÷ chiffre d’affaires",
    shareOf: "marge_brute",
  },
  {
    id: "part_ca_ebit",
    label: "Résultat d’exploitation",
    unit: "%",
    definition: "Résultat d’exploitation ÷ chiffre d’affaires",
    shareOf: "ebit",
  },
  {
    id: "part_ca_resultat_net",
    label: "Résultat net",
    unit: "%",
    definition: "Résultat net ÷ chiffre d’affaires",
    shareOf: "resultat_net",
  },
];

/** Ratios whose quantiles are published by sector. */
export const RATIOS: readonly FinancialRatio[] = [...GIVEN, ...SHARES];

/** A ratio that the accounts give, by its column. */
export type GivenRatio = (typeof GIVEN)[number]["id"];

const BY_ID = new Map(RATIOS.map((ratio) => [ratio.id, ratio]));

/** A ratio by its identifier. Throws a RangeError on one that does not exist. */
export function financialRatio(id: string): FinancialRatio {
  const ratio = BY_ID.get(id);
  if (!ratio) throw new RangeError(`unknown ratio: ${id}`);
  return ratio;
}

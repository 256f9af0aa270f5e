/** A variable of the logistic models of 2021, and what stands for it here. */
export interface PublishedVariable {
  /** Its name in predictsignauxfaibles (`models/default/model_conf.py`, `models/small/model_conf.py`). */
  published: string;
  group: "sante_financiere" | "activite_partielle" | "retards_paiement" | "dette_sociale";
  /** In `small` too: the others are in `default` alone. */
  small: boolean;
  /** The variable of this project; null when open data have none. */
  here: string | null;
  /** What differs, in French; empty when nothing does. */
  differs: string;
}

const ratio = (published: string, here: string | null, differs: string): PublishedVariable => ({
  ...{ published, here, differs },
  group: "sante_financiere",
  small: false,
});

const RATIO = "ratio calculé sur les comptes ouverts de l’INPI, non par Diane";

/** The variables of both models, in the order of their configuration files. */
export const PUBLISHED_VARIABLES: readonly PublishedVariable[] = [
  ratio("financier_court_terme", "financier_court_terme", RATIO),
  ratio("interets", "frais_financier", `${RATIO} ; frais financiers sur excédent brut`),
  ratio("ca", "ca", "chiffre d’affaires des comptes ouverts"),
  ratio(
    "equilibre_financier",
    "poids_frng",
    `${RATIO} ; fonds de roulement sur chiffre d’affaires`,
  ),
  ratio("endettement", "taux_d_endettement", RATIO),
  ratio("degre_immo_corporelle", null, "immobilisations par poste absentes des comptes ouverts"),
  ratio("liquidite_reduite", "ratio_de_liquidite", `${RATIO} ; liquidité générale`),
  ratio("poids_bfr_exploitation", "poids_bfr_exploitation_sur_ca", RATIO),
  ratio("productivite_capital_investi", null, "capital investi absent des comptes ouverts"),
  ratio(
    "rentabilite_economique",
    "part_ca_ebit",
    `${RATIO} ; résultat d’exploitation sur chiffre d’affaires`,
  ),
  ratio("rentabilite_nette", "rentabilite_nette", RATIO),
  {
    published: "apart_heures_consommees_cumulees",
    group: "activite_partielle",
    small: true,
    here: "apart_heures_consommees_cumulees",
    differs: "",
  },
  {
    published: "apart_heures_consommees",
    group: "activite_partielle",
    small: true,
    here: "apart_heures_consommees",
    differs: "",
  },
  {
    published: "paydex_group",
    group: "retards_paiement",
    small: false,
    here: "paydex_group",
    differs: "source arrêtée en septembre 2025",
  },
  {
    published: "paydex_yoy",
    group: "retards_paiement",
    small: false,
    here: "paydex_yoy",
    differs: "source arrêtée en septembre 2025",
  },
  {
    published: "ratio_dette",
    group: "dette_sociale",
    small: true,
    here: "ratio_dette",
    differs: "",
  },
  {
    published: "avg_delta_dette_par_effectif",
    group: "dette_sociale",
    small: true,
    here: "avg_delta_dette_par_effectif",
    differs: "",
  },
];

/**
 * What is public of each model: its constant, recovered from the explanations of the list of May 2021
 * (the same slope for all groups, R² = 1 within 1e-10), and its thresholds. Coefficients and means of
 * the scaling are not public.
 */
export const PUBLISHED_MODELS = {
  default: { intercept: -1.264016, fort: 0.82, modere: 0.18 },
  small: { intercept: -0.46662, fort: 0.67, modere: 0.13 },
} as const;

/** Values of the inputs in the unit shown, by feature; those not told are ordinary, flags are no. */
export type Shown = Readonly<Record<string, number | string | null>>;

/** An invented company to start from. */
export interface Profile {
  name: string;
  label: string;
  story: string;
  values: Shown;
}

/** Invented, and typical of what the alert committees see: no one company is behind any of them. */
export const PROFILES: readonly Profile[] = [
  {
    name: "ordinaire",
    label: "Entreprise ordinaire",
    story: "Chaque valeur est la moyenne des entreprises de l’apprentissage, sans dette.",
    values: { ratio_dette: 0, avg_delta_dette_par_effectif: 0, ratio_apart_ordinaire: 0 },
  },
  {
    name: "dette",
    label: "Restaurant qui ne paie plus ses cotisations",
    story: "Dix-huit salariés, une dette qui monte, peu de marge.",
    values: {
      section: "I",
      effectif_log: 18,
      effectif_variation_6m: -6,
      effectif_variation_12m: -10,
      age_entreprise: 7,
      ratio_dette: 3.5,
      avg_delta_dette_par_effectif: 260,
      ratio_apart_ordinaire: 0,
      autonomie_financiere: 8,
      caf_sur_ca: 0.5,
      cotisation_moy12m: 9000,
    },
  },
  {
    name: "licenciements",
    label: "Entreprise du bâtiment qui perd ses salariés",
    story: "Quarante-deux salariés, un quart de moins en un an, des pertes, aucune dette.",
    values: {
      section: "F",
      effectif_log: 42,
      effectif_variation_6m: -15,
      effectif_variation_12m: -25,
      age_entreprise: 14,
      ratio_dette: 0,
      avg_delta_dette_par_effectif: 0,
      ratio_apart_ordinaire: 0,
      autonomie_financiere: 12,
      caf_sur_ca: -3,
      cotisation_moy12m: 24_000,
    },
  },
  {
    name: "industrie",
    label: "Usine en activité partielle",
    story: "Cent vingt salariés dont six sur dix en activité partielle, des comptes solides.",
    values: {
      section: "B",
      effectif_log: 120,
      effectif_variation_6m: -2,
      effectif_variation_12m: -4,
      age_entreprise: 38,
      ratio_dette: 0.4,
      avg_delta_dette_par_effectif: 30,
      ratio_apart_ordinaire: 60,
      autonomie_financiere: 41,
      caf_sur_ca: 4,
      cotisation_moy12m: 78_000,
    },
  },
  {
    name: "jeune",
    label: "Jeune entreprise sans comptes",
    story:
      "Onze salariés, un an d’existence, pas encore de bilan, un premier retard de cotisations.",
    values: {
      section: "J",
      effectif_log: 11,
      effectif_variation_6m: 20,
      effectif_variation_12m: null,
      age_entreprise: 1,
      ratio_dette: 0.8,
      avg_delta_dette_par_effectif: 90,
      ratio_apart_ordinaire: 0,
      bilan_absent: 1,
      cotisation_moy12m: 6000,
    },
  },
];

/**
 * Features no change is ever proposed on, and why. With those the levers move, they are all the
 * variables of `models/features`: a test holds every new one to be put on one side.
 */
export const GIVEN: readonly { reason: string; features: readonly string[] }[] = [
  {
    reason: "le passé ne se change pas",
    features: [
      ...["montant_part_ouvriere", "montant_part_patronale"].flatMap((part) =>
        [1, 2, 3, 6, 12].map((months) => `${part}_past_${months}`),
      ),
      ...[6, 12, 18, 24].map((months) => `effectif_past_${months}`),
      ...[3, 6, 12].map((months) => `paydex_nb_jours_past_${months}`),
      "interessante_urssaf",
      "age_entreprise",
    ],
  },
  {
    reason: "un licenciement ou une embauche n’est pas un moyen de baisser un score",
    features: [
      "effectif",
      "effectif_reporte",
      "effectif_log",
      "effectif_variation_6m",
      "effectif_variation_12m",
    ],
  },
  {
    reason: "les cotisations suivent les salaires",
    features: ["cotisation", "cotisation_moy12m"],
  },
  {
    reason: "l’activité partielle est un secours : y renoncer n’améliore rien",
    features: [
      "apart_heures_autorisees",
      "apart_motif_recours",
      "apart_heures_consommees",
      "apart_heures_consommees_cumulees",
      "ratio_apart",
      "ratio_apart_ordinaire",
      "ratio_apart_cumule",
    ],
  },
  {
    reason: "ce que l’entreprise est, non ce qu’elle fait",
    features: [
      "section",
      "code_ape_niveau2",
      "code_ape_niveau3",
      "code_ape_niveau4",
      "departement",
      "region",
    ],
  },
  {
    reason: "résultat de l’activité, et non décision",
    features: [
      "marge_ebe",
      "caf_sur_ca",
      "resultat_courant_avant_impots_sur_ca",
      "couverture_des_interets",
      "capacite_de_remboursement",
      "ca",
      "rentabilite_nette",
      "part_ca_ebit",
      "part_ca_marge_brute",
      "taux_marge",
      "frais_financier",
    ],
  },
  {
    reason:
      "dépend aussi des clients, du cycle de production ou d’investissements de plusieurs années",
    features: [
      "credit_clients_jours",
      "rotation_des_stocks_jours",
      "poids_bfr_exploitation_sur_ca",
      "ratio_de_vetuste",
    ],
  },
  {
    reason: "suit d’autres postes du bilan, d’une façon que les données ne disent pas",
    features: [
      "taux_d_endettement",
      "ratio_de_liquidite",
      "poids_frng",
      "dette_fiscale",
      "delai_fournisseur",
    ],
  },
  {
    reason: "dit autrement, par classes, ce qu’un levier change",
    features: ["tag_debit", "paydex_group", "fpi_30", "fpi_90"],
  },
  {
    reason: "clause du délai, fixée par l’Urssaf",
    features: ["delai_nb_jours_total", "delai_nb_jours_restants", "delai_montant_echeancier"],
  },
  {
    reason: "ne rien publier n’est pas se porter mieux",
    features: ["bilan_absent", "paydex_absent"],
  },
];

/** Why no change is proposed on a feature; undefined when some lever moves it. */
export function whyGiven(feature: string): string | undefined {
  return GIVEN.find(({ features }) => features.includes(feature))?.reason;
}

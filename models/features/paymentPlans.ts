import { type Family, REDUCE } from "./variable.js";

/**
 * Payment plans granted by Urssaf, from the month of their creation to the month before their end.
 * Plans that run together are added up; a plan listed at several stages counts once. After the last
 * plan anyone was granted, one that runs is still known, that none runs is not.
 */
export const paymentPlans: Family = {
  table: "f_delai",
  query: `
    WITH plans AS (
      SELECT DISTINCT substr(siret, 1, 9) AS siren, siret, date_creation, date_echeance,
        duree_delai, montant_echeancier
      FROM clean_delai WHERE duree_delai > 0
    ), mois AS (
      SELECT siren, periode, sum(montant_echeancier) AS montant, max(duree_delai) AS total,
        max(date_diff('day', periode, date_echeance)) AS restants,
        sum(montant_echeancier * date_diff('day', periode, date_echeance) / duree_delai
          ORDER BY siret, date_creation, date_echeance, montant_echeancier) AS restant_lineaire
      FROM grille JOIN plans USING (siren)
      WHERE periode >= date_trunc('month', date_creation)
        AND periode < date_trunc('month', date_echeance)
      GROUP BY ALL
    )
    SELECT siren, periode,
      CASE WHEN montant IS NOT NULL OR periode <= fraicheur_delai THEN montant IS NOT NULL END
        AS delai_en_cours,
      total AS delai_nb_jours_total, restants AS delai_nb_jours_restants,
      montant AS delai_montant_echeancier,
      (dette - restant_lineaire) / nullif(montant, 0) AS delai_deviation_remboursement
    FROM f_dette LEFT JOIN mois USING (siren, periode), bornes`,
  variables: [
    {
      name: "delai_en_cours",
      label: "Délai de paiement Urssaf en cours",
      unit: "",
      group: "dette_sociale",
      kind: "flag",
      citation: REDUCE,
      missing: "aucun délai connu, après le dernier mois que la source couvre",
    },
    {
      name: "delai_nb_jours_total",
      label: "Durée du délai de paiement",
      unit: "jours",
      group: "dette_sociale",
      citation: REDUCE,
      missing: "aucun délai en cours",
    },
    {
      name: "delai_nb_jours_restants",
      label: "Jours restants avant l’échéance du délai de paiement",
      unit: "jours",
      group: "dette_sociale",
      citation: `${REDUCE} : jours du premier du mois à l’échéance, la plus lointaine s’il y en a plusieurs`,
      missing: "aucun délai en cours",
    },
    {
      name: "delai_montant_echeancier",
      label: "Montant de l’échéancier",
      unit: "€",
      group: "dette_sociale",
      citation: REDUCE,
      missing: "aucun délai en cours",
    },
    {
      name: "delai_deviation_remboursement",
      label: "Retard sur l’échéancier de remboursement",
      unit: "",
      group: "dette_sociale",
      citation: `${REDUCE} : (dette − montant × jours restants / durée) / montant`,
      missing: "aucun délai en cours",
    },
  ],
};

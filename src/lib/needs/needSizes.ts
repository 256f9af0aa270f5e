/** Size classes of the service by their label, smallest first (`codes_effectif.fr.yml`). */
export const NEED_SIZES: readonly string[] = [
  "0 salarié, entreprise non employeuse et auto-entrepreneur",
  "1 à 5 salariés",
  "6 à 9 salariés",
  "10 à 19 salariés",
  "20 à 49 salariés",
  "50 à 249 salariés",
  "250 salariés et plus",
];

/** What an unknown or missing size is counted as: never among those without employees. */
export const UNKNOWN_SIZE = "taille inconnue";

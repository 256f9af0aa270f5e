/**
 * Families of variables, with the names the service shows to its users (signauxfaibles-web
 * `libelles_variables_scores.json`, « macro »); `profil` is ours: what a company is, not how it does.
 */
export const GROUPS = {
  dette_sociale: { label: "Dette sociale" },
  activite_partielle: { label: "Activité partielle" },
  emploi: { label: "Emploi" },
  sante_financiere: { label: "Santé financière" },
  retards_paiement: { label: "Retards fournisseurs" },
  profil: { label: "Profil de l’entreprise" },
} as const;

export type Group = keyof typeof GROUPS;

/**
 * States of a match, then of a need, by the words the exports wrote over the years
 * (conseillers-entreprises, `config/locales/models.fr.yml`, contexts « short » and « csv »).
 */
export const MATCH_STATUSES = {
  quo: "quo",
  "Pas de réponse": "quo",
  "En attente de réponse": "quo",
  taking_care: "taking_care",
  "Pris en charge": "taking_care",
  "En cours de prise en charge": "taking_care",
  done: "done",
  Clôturé: "done",
  "Aide proposée": "done",
  "Clôturé par une aide proposée": "done",
  "Besoin clôturé / Aide proposée": "done",
  done_no_help: "done_no_help",
  "Pas d’aide disponible": "done_no_help",
  "Clôturé en l’absence d’aide disponible": "done_no_help",
  done_not_reachable: "done_not_reachable",
  "Non joignable": "done_not_reachable",
  "Entreprise non joignable": "done_not_reachable",
  "Clôturé sans avoir pu joindre l’entreprise": "done_not_reachable",
  not_for_me: "not_for_me",
  Refusé: "not_for_me",
} as const;

/** A need follows its matches, and has one more state before they are sent. */
export const NEED_STATUSES = {
  ...MATCH_STATUSES,
  diagnosis_not_complete: "diagnosis_not_complete",
  "Analyse en cours": "diagnosis_not_complete",
} as const;

/** States of a request once its form is complete (`step_complete`). */
export const SOLICITATION_STATUSES = {
  in_progress: "in_progress",
  Reçue: "in_progress",
  processed: "processed",
  "Mise en relation": "processed",
  canceled: "canceled",
  Abandonnée: "canceled",
} as const;

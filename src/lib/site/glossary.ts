export interface Term {
  /** Anchor of the word in the page. */
  id: string;
  term: string;
  meaning: string;
}

/** Words of the site, in alphabetical order (without accents), each in one sentence. */
export const TERMS: readonly Term[] = [
  term(
    "activite-partielle",
    "Activité partielle",
    "Dispositif qui permet à une entreprise de réduire les heures de ses salariés, indemnisées en partie par l’État, plutôt que de licencier.",
  ),
  term(
    "ae-cp",
    "AE et CP",
    "Autorisations d’engagement (ce que l’État promet de payer) et crédits de paiement (ce qu’il paie dans l’année).",
  ),
  term(
    "alerte",
    "Alerte",
    "Niveau donné par le modèle à une entreprise : forte, modérée ou aucune. C’est une invitation à appeler, pas un diagnostic.",
  ),
  term(
    "besoin",
    "Besoin",
    "Pour Place des Entreprises, un sujet sur lequel une entreprise demande de l’aide ; il est transmis à un ou plusieurs conseillers.",
  ),
  term(
    "codefi",
    "Codefi",
    "Comité départemental d’examen des problèmes de financement des entreprises, présidé par le préfet.",
  ),
  term(
    "cotisations",
    "Cotisations sociales",
    "Sommes dues à l’Urssaf par les employeurs et leurs salariés, en euros par mois.",
  ),
  term(
    "crp",
    "CRP",
    "Commissaire aux restructurations et à la prévention des difficultés des entreprises, placé auprès du préfet de région.",
  ),
  term(
    "debit",
    "Débit",
    "Cotisation qui n’a pas été payée à l’échéance : c’est la dette à l’Urssaf.",
  ),
  term(
    "debut-de-defaillance",
    "Défaillance",
    "Ouverture d’une procédure collective : sauvegarde, redressement ou liquidation judiciaire.",
  ),
  term(
    "effectif",
    "Effectif",
    "Nombre de salariés déclarés d’un établissement ou d’une entreprise, un mois donné.",
  ),
  term(
    "etablissement",
    "Établissement",
    "Lieu où une entreprise exerce son activité, désigné par son numéro Siret.",
  ),
  term(
    "instantane",
    "Instantané",
    "Copie figée et contrôlée des données d’un lot : tous les chiffres d’une publication en sortent.",
  ),
  term(
    "intervalle",
    "Intervalle",
    "Étendue dans laquelle la vraie valeur se trouve vraisemblablement ; plus il est large, moins le chiffre est sûr.",
  ),
  term(
    "lot",
    "Lot",
    "Ensemble des fichiers reçus des partenaires pour un mois : 2610 est le lot d’octobre 2026, observé jusqu’à la fin de septembre.",
  ),
  term(
    "mise-en-relation",
    "Mise en relation",
    "Envoi d’un besoin à un conseiller ; un besoin peut en avoir plusieurs.",
  ),
  term(
    "modele",
    "Modèle",
    "Calcul qui tire des données passées d’une entreprise une probabilité de difficulté à dix-huit mois.",
  ),
  term(
    "naf",
    "NAF",
    "Nomenclature d’activités française : le code d’activité principale d’une entreprise.",
  ),
  term(
    "precision",
    "Précision",
    "Part des entreprises signalées qui ont ensuite connu une difficulté.",
  ),
  term(
    "provisoire",
    "Provisoire",
    "Se dit d’un chiffre récent qui va encore changer parce que toutes les réponses ne sont pas connues.",
  ),
  term(
    "rappel",
    "Rappel",
    "Part des entreprises en difficulté que le modèle avait signalées avant.",
  ),
  term(
    "secret-statistique",
    "Secret statistique",
    "Règle qui fait masquer un chiffre lorsqu’il permettrait de reconnaître une entreprise.",
  ),
  term(
    "siren-siret",
    "Siren et Siret",
    "Numéros d’une entreprise (9 chiffres) et d’un établissement (14 chiffres) au répertoire de l’Insee.",
  ),
  term(
    "suivi",
    "Suivi",
    "Accompagnement d’une entreprise par un agent, de la prise de contact à la clôture.",
  ),
  term(
    "urssaf",
    "Urssaf",
    "Union de recouvrement des cotisations de sécurité sociale et d’allocations familiales.",
  ),
];

function term(id: string, name: string, meaning: string): Term {
  return { id, term: name, meaning };
}

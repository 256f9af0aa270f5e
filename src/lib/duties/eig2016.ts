import type { Duty } from "./duty.js";

/** Duties whose first source is this document (`documents.ts`), quoted from it word for word. */
export const EIG_2016: readonly Duty[] = [
  {
    number: 49,
    kind: "M",
    title: "Données rafraîchies chaque mois, automatiquement",
    from: "Équipe Signaux Faibles",
    to: "Utilisateurs",
    frequency: "monthly",
    quotes: [
      "rafraichir régulièrement et automatiquement les données à partir des bases opérationnelles : objectif mensuel",
    ],
    documents: ["eig2016"],
    articles: null,
    proof: { by: "batch", what: "le lot du mois" },
  },
  {
    number: 50,
    kind: "M",
    title: "2 à 5 détections par mois en Bourgogne-Franche-Comté",
    from: "Équipe Signaux Faibles",
    to: "DIRECCTE de la région",
    frequency: "dated",
    quotes: ["objectif de 2 à 5 détections en Bourgogne Franche-Comté par mois"],
    documents: ["eig2016"],
    articles: null,
    proof: { by: "dated", what: "objectif du projet de 2016-2017" },
  },
  {
    number: 51,
    kind: "M",
    title: "Variables d’entrée : activité partielle, effectif, Urssaf, données financières",
    from: "Équipe Signaux Faibles",
    to: "Utilisateurs",
    frequency: "permanent",
    quotes: ["Les demandes d'activité partielle / L'évolution de l'effectif"],
    documents: ["eig2016"],
    articles: null,
    proof: { by: "page", path: "modele", what: "les variables du modèle et leurs poids" },
  },
];

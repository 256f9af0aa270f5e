/** A page of `src/carnets`. */
export interface Notebook {
  name: string;
  path: string;
  /** What it answers, after a colon. */
  question: string;
}

/** Notebooks in the order of the menu; the first one lists the others. */
export const NOTEBOOK_QUESTIONS: readonly Notebook[] = [
  {
    name: "Votre premier modèle",
    path: "/carnets/tutoriel",
    question: "en 20 minutes et six étapes, de la question à la décision.",
  },
  {
    name: "Qualité d’un lot",
    path: "/carnets/qualite",
    question: "ce lot peut-il être publié ?",
  },
  {
    name: "Variables",
    path: "/carnets/variables",
    question: "que sait cette variable de l’issue, et entre-t-elle dans le modèle ?",
  },
  {
    name: "Laboratoire",
    path: "/carnets/laboratoire",
    question: "un autre modèle ferait-il mieux ?",
  },
  {
    name: "Expériences",
    path: "/carnets/experiences",
    question: "laquelle des expériences promouvoir ?",
  },
  {
    name: "Seuils et capacité",
    path: "/carnets/seuils",
    question: "où placer les seuils pour ce que les agents peuvent suivre ?",
  },
  {
    name: "Analyse des erreurs",
    path: "/carnets/erreurs",
    question: "qui sont les défaillances que le modèle ne voit pas ?",
  },
  {
    name: "Effet des règles",
    path: "/carnets/regles",
    question: "que change chaque règle d’expert à la liste ?",
  },
  {
    name: "Dérive et retour en arrière",
    path: "/carnets/derive",
    question: "le modèle tient-il, ou faut-il le réajuster ?",
  },
  {
    name: "Un secteur",
    path: "/carnets/secteur",
    question: "le modèle vaut-il dans ce secteur ce qu’il vaut ailleurs ?",
  },
  {
    name: "Modèle publié en 2021",
    path: "/carnets/modele-2021",
    question: "que donne ici la structure publiée en 2021, et qu’est-ce qui diffère ?",
  },
];

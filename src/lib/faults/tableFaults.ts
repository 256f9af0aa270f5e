import { EVERY_FILE, type Fault } from "./fault.js";

/** Faults that only the whole file shows. */
export const TABLE_FAULTS = {
  "table-dimensions": {
    level: "table",
    effect: "notice",
    title: "Fichier sans donnée",
    message: "Le fichier a un en-tête et aucune ligne de données.",
    explanation:
      "Un fichier vide remplace tout ce qui était connu d’une source par rien. Il peut être juste, pour une source rare ; c’est le plus souvent un export qui a échoué sans le dire.",
    example: { wrong: "un en-tête seul", right: "un en-tête et des lignes" },
    producer: "Refait l’export.",
    team: "Demande si l’absence de lignes est voulue avant de publier le lot.",
    sources: EVERY_FILE,
  },
  "truncated-value": {
    level: "table",
    effect: "notice",
    title: "Fin de fichier peut-être coupée",
    message: "La dernière ligne n’a pas de fin de ligne : sa dernière valeur est peut-être coupée.",
    explanation:
      "Un fichier coupé au milieu d’un nombre se lit sans erreur : « 2,2 » au lieu de « 2,25 ». La fin de ligne manquante est le seul indice. Certains systèmes ne l’écrivent jamais : c’est son apparition qui doit alerter.",
    example: { wrong: "…;10;2,2", right: "…;10;2,25 et une fin de ligne" },
    producer: "Vérifie la taille du fichier et termine la dernière ligne.",
    team: "Compare la taille à celle annoncée, recommence le transfert.",
    sources: EVERY_FILE,
  },
} as const satisfies Record<string, Fault>;

import { EVERY_FILE, type Fault } from "./fault.js";

const WITH_IDENTIFIERS = "Tous les fichiers qui portent un SIREN ou un SIRET";

const NEVER_MEND =
  "Transmet les lignes au producteur ; ne complète ni ne corrige jamais un identifiant.";

/** Faults of one cell. */
export const CELL_FAULTS = {
  "type-error": {
    level: "cell",
    effect: "rejected",
    title: "Valeur d’un autre type",
    message: "La valeur n’est pas du type attendu : date, montant, nombre ou code.",
    explanation:
      "Chaque colonne a un type déclaré, jamais deviné : « 01/02/2024 » ne devient pas le 2 janvier, « 1 234,50 » n’est pas réparé. Une date qui n’est pas au calendrier (29/02/2023, 30/02/2024) est de ce cas. Beaucoup de lignes d’un coup dans une colonne : le format a changé.",
    example: { wrong: "29/02/2023", right: "28/02/2023" },
    producer: "Écrit la valeur dans le format convenu, que donne le dictionnaire des données.",
    team: "Lit les lignes avec « vigie rejects » ; si le format a changé, prévient le producteur puis met à jour la description de la source.",
    sources: EVERY_FILE,
  },
  "constraint-error": {
    level: "cell",
    effect: "rejected",
    title: "Valeur absente ou hors des bornes",
    message: "La valeur manque alors qu’elle est obligatoire, ou sort de ce qui est permis.",
    explanation:
      "La valeur est du bon type, mais hors de la liste des codes, en deçà du minimum ou d’une année impossible ; ou la cellule d’une colonne obligatoire est vide.",
    example: { wrong: "MOTIF_RECOURS_SE = 8", right: "MOTIF_RECOURS_SE = 1 à 7" },
    producer: "Corrige la valeur, ou annonce le nouveau code.",
    team: "Demande au producteur ce que la valeur veut dire avant d’élargir la règle.",
    sources: EVERY_FILE,
  },
  "siren-lost-zeros": {
    level: "cell",
    effect: "rejected",
    title: "SIREN qui a perdu ses zéros",
    message: "Le SIREN a 8 chiffres ou moins : un zéro initial a sans doute été perdu.",
    explanation:
      "Un tableur lit 00####### comme un nombre et en ôte les zéros. Remettre des zéros désignerait souvent la bonne entreprise, et parfois une autre : la ligne est rejetée, jamais réparée.",
    example: { wrong: "#######", right: "00#######" },
    producer: "Exporte les identifiants comme du texte, sans passer par un tableur.",
    team: NEVER_MEND,
    sources: WITH_IDENTIFIERS,
  },
  "siren-length": {
    level: "cell",
    effect: "rejected",
    title: "SIREN trop long",
    message: "Le SIREN a plus de 9 chiffres.",
    explanation:
      "Un SIREN a neuf chiffres. Un de plus est une faute de frappe ; quatorze, c’est un SIRET dans la mauvaise colonne.",
    example: { wrong: "##########", right: "#########" },
    producer: "Rétablit le SIREN.",
    team: NEVER_MEND,
    sources: WITH_IDENTIFIERS,
  },
  "siret-lost-zeros": {
    level: "cell",
    effect: "rejected",
    title: "SIRET qui a perdu ses zéros",
    message: "Le SIRET a 13 chiffres ou moins : un zéro initial a sans doute été perdu.",
    explanation:
      "Un tableur lit 00#######00014 comme un nombre et en ôte les zéros ; il peut aussi l’écrire 5,52013E+11. La ligne est rejetée, jamais réparée.",
    example: { wrong: "#######00014", right: "00#######00014" },
    producer: "Exporte les identifiants comme du texte, sans passer par un tableur.",
    team: NEVER_MEND,
    sources: WITH_IDENTIFIERS,
  },
  "siret-length": {
    level: "cell",
    effect: "rejected",
    title: "SIRET trop long",
    message: "Le SIRET a plus de 14 chiffres.",
    explanation:
      "Un SIRET a quatorze chiffres : le SIREN, puis les cinq du numéro interne de classement.",
    example: { wrong: "#########000145", right: "#########00014" },
    producer: "Rétablit le SIRET.",
    team: NEVER_MEND,
    sources: WITH_IDENTIFIERS,
  },
  "siret-provisional": {
    level: "cell",
    effect: "rejected",
    title: "SIRET provisoire",
    message: "Le SIRET contient des lettres : c’est un numéro provisoire de l’Urssaf.",
    explanation:
      "L’Urssaf attribue un numéro à lettres en attendant l’immatriculation. Il ne désigne aucun établissement de Sirene et changera.",
    example: { wrong: "#########0001A", right: "#########00014" },
    producer: "Envoie le SIRET définitif quand il est connu.",
    team: "Rien, si leur nombre est celui des autres mois.",
    sources: "Fichiers de l’Urssaf",
  },
  "identifier-spaces": {
    level: "cell",
    effect: "rejected",
    title: "Identifiant écrit avec des espaces",
    message: "Le SIREN ou le SIRET contient des espaces.",
    explanation:
      "Les espaces viennent d’une mise en forme pour la lecture, ou d’un remplissage à largeur fixe. Seule la Banque de France les écrit par convention, et son fichier est lu ainsi.",
    example: { wrong: "### ### ###", right: "#########" },
    producer: "Exporte l’identifiant sans mise en forme.",
    team: "Transmet les lignes au producteur.",
    sources: "Tous, sauf les ratios de la Banque de France",
  },
  "value-left-blank": {
    level: "cell",
    effect: "notice",
    title: "Valeur illisible laissée vide",
    message: "La valeur n’a pas pu être lue ; elle est laissée vide et la ligne est gardée.",
    explanation:
      "Dans quelques colonnes secondaires, une valeur fautive ne doit pas coûter la ligne : la date de création d’un établissement, son code d’activité. Elle devient inconnue, et le compte rendu la compte.",
    example: { wrong: "activité 741J", right: "activité 70.22Z" },
    producer: "Corrige la valeur.",
    team: "S’assure que leur nombre est celui des autres mois.",
    sources: "Sirene, établissements et unités légales",
  },
  luhn: {
    level: "cell",
    effect: "notice",
    title: "Clé de contrôle fausse",
    message: "Le SIREN a neuf chiffres, mais sa clé de contrôle (formule de Luhn) est fausse.",
    explanation:
      "Un SIREN réel respecte cette clé, à de très rares exceptions près ; un numéro mal recopié, presque jamais. Les partenaires envoient des numéros hors de la règle : ils sont gardés et comptés, sans être rejetés.",
    example: { wrong: "######## et la clé 1", right: "######## et la clé 0" },
    producer: "Vérifie l’origine de ces numéros.",
    team: "S’inquiète si leur nombre augmente d’un coup.",
    sources: WITH_IDENTIFIERS,
  },
  "siret-pseudo": {
    level: "cell",
    effect: "notice",
    title: "Pseudo-SIRET",
    message: "Le numéro interne commence par 5, 6, 7 ou 9 : ce n’est pas un établissement.",
    explanation:
      "L’Urssaf ouvre de tels comptes pour le travail temporaire, les mannequins ou les figurants. Le SIREN est celui de l’entreprise, l’établissement n’existe pas dans Sirene.",
    example: { wrong: "#########50014", right: "#########00014" },
    producer: "Rien : c’est une convention de l’Urssaf.",
    team: "S’assure que leur nombre est celui des autres mois.",
    sources: "Fichiers de l’Urssaf",
  },
  "future-period": {
    level: "cell",
    effect: "notice",
    title: "Période à venir",
    message: "La ligne porte sur un mois postérieur au lot.",
    explanation:
      "Un lot observe ce qui s’est passé avant lui. Une date très au-delà est une faute de frappe ou un format mal lu ; la ligne est gardée, mais ne compte pas dans la fraîcheur de la source.",
    example: { wrong: "202711 dans le lot d’octobre 2026", right: "202631" },
    producer: "Vérifie la date.",
    team: "Regarde si le format de date a changé.",
    sources: "Fichiers datés, sauf les demandes d’activité partielle",
  },
  "unknown-commune": {
    level: "cell",
    effect: "notice",
    title: "Commune inconnue",
    message: "Le code de commune n’est pas dans le code officiel géographique.",
    explanation:
      "Les codes de Corse (2A, 2B) et d’outre-mer (971 à 988) sont reconnus, ainsi que les arrondissements. Un autre code vient d’une commune ancienne ou d’une faute ; la ligne est gardée, et son département tiré des premiers caractères.",
    example: { wrong: "20004", right: "2A004" },
    producer: "Met à jour le code.",
    team: "S’assure que leur nombre est celui des autres mois.",
    sources: "Sirene, établissements",
  },
} as const satisfies Record<string, Fault>;

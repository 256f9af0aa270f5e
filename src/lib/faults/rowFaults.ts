import { EVERY_FILE, type Fault } from "./fault.js";

/** Faults of a line: its cut into cells, its cells together, its place among the others. */
export const ROW_FAULTS = {
  "blank-row": {
    level: "row",
    effect: "notice",
    title: "Ligne vide",
    message: "Une ligne ne contient rien.",
    explanation:
      "Elle est comptée à part et n’entre pas dans les lignes lues. Des lignes vides entre les autres sont parfois la trace d’une concaténation de fichiers.",
    example: { wrong: "1;14;…\n\n1;14;…", right: "1;14;…\n1;14;…" },
    producer: "Ôte les lignes vides.",
    team: "Rien, si leur nombre est celui des autres mois.",
    sources: EVERY_FILE,
  },
  "missing-cell": {
    level: "row",
    effect: "rejected",
    title: "Ligne trop courte",
    message: "La ligne a moins de cellules que l’en-tête.",
    explanation:
      "Rien ne dit où sont les cellules qui manquent : les valeurs pourraient être prises dans la mauvaise colonne. En fin de fichier, c’est le signe d’un transfert interrompu.",
    example: { wrong: "1;14;#########00014", right: "1;14;#########00014;77;202631;1;10;20" },
    producer: "Corrige l’export ; vérifie qu’aucun retour à la ligne n’est dans un champ.",
    team: "Lit les lignes avec « vigie rejects » ; si c’est la dernière, recommence le transfert.",
    sources: EVERY_FILE,
  },
  "extra-cell": {
    level: "row",
    effect: "rejected",
    title: "Ligne trop longue",
    message: "La ligne a plus de cellules que l’en-tête.",
    explanation:
      "Le plus souvent un séparateur non protégé dans un texte, une raison sociale par exemple. Toutes les valeurs qui suivent sont décalées d’un rang.",
    example: { wrong: "77;DUPONT; FILS;20", right: '77;"DUPONT; FILS";20' },
    producer: "Met entre guillemets les textes qui contiennent le séparateur.",
    team: "Lit les lignes avec « vigie rejects » et les transmet au producteur.",
    sources: EVERY_FILE,
  },
  "unclosed-quote": {
    level: "row",
    effect: "rejected",
    title: "Guillemets mal fermés",
    message: "Un guillemet ouvert n’est pas refermé, ou du texte le suit.",
    explanation:
      "Un lecteur naïf avalerait les lignes suivantes jusqu’au prochain guillemet. Ici une ligne reste une ligne : elle seule est rejetée. Les fichiers de l’Urssaf, écrits sans guillemets, échappent à cette règle.",
    example: { wrong: '"a"b,"#########00014"', right: '"a""b","#########00014"' },
    producer: "Double les guillemets qui sont dans un texte (RFC 4180).",
    team: "Lit les lignes avec « vigie rejects » et les transmet au producteur.",
    sources: "Fichiers à guillemets : DARES, Insee, INPI, Place des Entreprises…",
  },
  "siret-of-another-siren": {
    level: "row",
    effect: "rejected",
    title: "SIRET d’un autre SIREN",
    message: "Les neuf premiers chiffres du SIRET ne sont pas le SIREN de la ligne.",
    explanation:
      "Un SIRET commence par le SIREN de son entreprise. Quand la ligne en porte un autre, l’un des deux est faux et rien ne dit lequel : la ligne n’est attribuée à aucune entreprise.",
    example: {
      wrong: "Siren 1######## ; Siret 2########00014",
      right: "Siren 1######## ; Siret 1########00014",
    },
    producer: "Vérifie la jointure qui a produit la ligne.",
    team: "Transmet les lignes au producteur ; ne corrige jamais un identifiant.",
    sources:
      "Débits, procédures collectives, comptes et historique de Sirene, qui portent les deux",
  },
  "duplicate-row": {
    level: "row",
    effect: "notice",
    title: "Ligne répétée",
    message: "Une ligne est la copie exacte d’une autre.",
    explanation:
      "Toutes sont gardées, car deux opérations identiques peuvent être réelles ; le compte rendu les compte. Un nombre soudain élevé veut dire qu’un fichier a été concaténé deux fois, et des montants comptés double.",
    example: { wrong: "#########;5;6\n#########;5;6", right: "#########;5;6" },
    producer: "N’envoie chaque ligne qu’une fois.",
    team: "Compare le nombre à celui des mois précédents.",
    sources: EVERY_FILE,
  },
  "primary-key": {
    level: "row",
    effect: "notice",
    title: "Clé répétée",
    message: "Deux lignes de même clé portent des valeurs différentes.",
    explanation:
      "La clé d’une source est ce qui distingue ses lignes (le dictionnaire des données la donne). Les lignes sont gardées toutes les deux et comptées : choisir l’une serait deviner.",
    example: { wrong: "#########;5\n#########;8", right: "#########;8" },
    producer: "Dit laquelle fait foi.",
    team: "Regarde si la répétition est nouvelle ; elle est normale là où plusieurs opérations partagent une clé.",
    sources: EVERY_FILE,
  },
  "account-without-siret": {
    level: "row",
    effect: "skipped",
    title: "Compte sans SIRET",
    message: "Aucun SIRET n’est connu pour ce compte à cette date.",
    explanation:
      "Avant décembre 2025, les fichiers de l’Urssaf désignaient un compte administratif ; la table des comptes donne son SIRET selon la date. Sans correspondance, la ligne ne peut être attribuée à aucun établissement.",
    example: { wrong: "compte 77, absent de la table", right: "compte 77 → #########00014" },
    producer: "Complète la table des comptes, ou envoie le SIRET.",
    team: "Vérifie que la table des comptes est du même mois que les fichiers.",
    sources: "Cotisations, débits, délais, CCSF",
  },
  "out-of-perimeter": {
    level: "row",
    effect: "skipped",
    title: "Hors du périmètre",
    message: "L’entreprise n’est pas suivie par le service.",
    explanation:
      "Le service suit les entreprises d’au moins dix salariés, hors secteur public, enseignement et finance. Les lignes des autres sont lues, comptées, et ne sont pas gardées.",
    example: { wrong: "entreprise de 3 salariés", right: "entreprise de 12 salariés" },
    producer: "Rien.",
    team: "S’assure que leur part est celle des autres mois.",
    sources: "Tous les fichiers, sauf Sirene et la table des comptes",
  },
  "naf-rev1": {
    level: "row",
    effect: "skipped",
    title: "Ancienne nomenclature d’activité",
    message: "L’activité n’est pas dans la nomenclature NAF rév. 2.",
    explanation:
      "Un établissement fermé avant 2008 garde le code de la nomenclature de son époque (NAP, NAF 1993, NAF rév. 1), qui ne se traduit pas sans perte. La ligne est ignorée, comme le fait l’importateur historique du service.",
    example: { wrong: "52.2A, NAFRev1", right: "47.21Z, NAFRev2" },
    producer: "Rien : le fichier de l’Insee est ainsi.",
    team: "S’assure que leur part est celle des autres mois.",
    sources: "Sirene, établissements et unités légales",
  },
  "undated-state": {
    level: "row",
    effect: "skipped",
    title: "Période sans date ni état",
    message: "La période n’a aucune date, ou son état n’est ni actif ni fermé.",
    explanation:
      "L’historique de Sirene contient des périodes dont l’Insee ignore les bornes ou l’état. Elles n’apprennent rien sur l’ouverture ou la fermeture d’un établissement.",
    example: { wrong: "dateDebut et dateFin vides", right: "2009-05-27, état F" },
    producer: "Rien : le fichier de l’Insee est ainsi.",
    team: "S’assure que leur part est celle des autres mois.",
    sources: "Sirene, historique des établissements",
  },
} as const satisfies Record<string, Fault>;

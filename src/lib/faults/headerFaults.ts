import { EVERY_FILE, type Fault } from "./fault.js";

/** Faults of the first line, with the names of Frictionless but for the two last. */
export const HEADER_FAULTS = {
  "blank-header": {
    level: "header",
    effect: "fatal",
    title: "En-tête vide",
    message: "La première ligne, qui doit nommer les colonnes, est vide.",
    explanation:
      "Les colonnes sont retrouvées par leur nom, jamais par leur rang. Sans nom, rien ne dit laquelle est le montant et laquelle est la date.",
    example: { wrong: ";;;", right: "Siret;Compte;periode;cotis_due" },
    producer: "Met les noms des colonnes sur la première ligne, sans ligne vide avant.",
    team: "Redemande le fichier.",
    sources: EVERY_FILE,
  },
  "unmatched-header": {
    level: "header",
    effect: "fatal",
    title: "En-tête d’un autre fichier",
    message: "Le nom du fichier annonce une source et ses colonnes en annoncent une autre.",
    explanation:
      "Deux fichiers échangés au dépôt, c’est arrivé. Le nom et l’en-tête doivent dire la même chose ; sinon le fichier n’est lu ni comme l’un ni comme l’autre.",
    example: {
      wrong: "sigfaible_debits.csv : Siret;Compte;periode;enc_direct;cotis_due",
      right: "sigfaible_debits.csv : num_cpte;Siret;Periode;Mt_PO;Mt_PP",
    },
    producer: "Vérifie le nom du fichier envoyé.",
    team: "Regarde si deux fichiers ont été intervertis, rend à chacun son nom.",
    sources: EVERY_FILE,
  },
  "missing-label": {
    level: "header",
    effect: "fatal",
    title: "Colonne absente",
    message: "Une colonne nécessaire n’est pas dans l’en-tête.",
    explanation:
      "Une colonne renommée ou retirée change le sens du fichier entier. C’est le changement de format le plus fréquent, et le plus dangereux s’il passe inaperçu : le fichier n’est pas lu, les autres le sont.",
    example: {
      wrong: "Siret;Compte;periode;enc_direct",
      right: "Siret;Compte;periode;enc_direct;cotis_due",
    },
    producer: "Rétablit la colonne, ou prévient du changement avant l’envoi.",
    team: "Compare l’en-tête à celui du mois précédent ; si le changement est voulu, met à jour la description de la source.",
    sources: EVERY_FILE,
  },
  "duplicate-label": {
    level: "header",
    effect: "fatal",
    title: "Colonne en double",
    message: "Une colonne lue figure deux fois dans l’en-tête.",
    explanation:
      "Rien ne dit laquelle des deux fait foi, et leurs valeurs peuvent différer. Une colonne en double que personne ne lit est seulement signalée.",
    example: { wrong: "Siret;Compte;periode;PERIODE", right: "Siret;Compte;periode" },
    producer: "N’envoie qu’une colonne de ce nom.",
    team: "Demande laquelle fait foi, puis fait ôter l’autre.",
    sources: EVERY_FILE,
  },
  "blank-label": {
    level: "header",
    effect: "notice",
    title: "Colonne sans nom",
    message: "Une case de l’en-tête est vide : la colonne est laissée de côté.",
    explanation:
      "C’est souvent un séparateur de trop à la fin des lignes, sans conséquence. Ce peut être aussi une colonne dont le nom s’est perdu ; si elle était nécessaire, son absence est fatale et dite à part.",
    example: { wrong: "Siret;;periode", right: "Siret;Compte;periode" },
    producer: "Nomme la colonne ou l’ôte.",
    team: "Vérifie que la colonne n’a pas de contenu utile.",
    sources: EVERY_FILE,
  },
  "extra-label": {
    level: "header",
    effect: "notice",
    title: "Colonne inconnue",
    message: "Une colonne que personne ne lit est apparue.",
    explanation:
      "Une colonne de plus ne gêne pas la lecture. Elle annonce parfois un changement de format, ou apporte une donnée que la convention ne prévoit pas.",
    example: { wrong: "Siret;Compte;periode;commentaire", right: "Siret;Compte;periode" },
    producer: "Prévient de l’ajout.",
    team: "Demande à quoi elle sert ; l’ajoute à la description de la source, ou demande son retrait.",
    sources: EVERY_FILE,
  },
  "incorrect-label": {
    level: "header",
    effect: "notice",
    title: "Nom de colonne écrit autrement",
    message: "Une colonne est reconnue malgré des accents, des espaces ou des signes différents.",
    explanation:
      "Les majuscules ne comptent pas. Un nom qui ne diffère que par ses accents, ses espaces, ses apostrophes ou ses tirets est reconnu, et signalé : c’est souvent la trace d’un passage par un tableur.",
    example: { wrong: "Siret;Compte;Période", right: "Siret;Compte;periode" },
    producer: "Rétablit le nom convenu.",
    team: "Vérifie que le fichier vient bien du système habituel.",
    sources: EVERY_FILE,
  },
  "nominative-label": {
    level: "header",
    effect: "notice",
    title: "Colonne nominative",
    message: "Une colonne porte des données de personnes : elle n’est pas lue.",
    explanation:
      "Nom, adresse électronique ou téléphone d’une personne ne servent à aucun calcul du service. La colonne est arrêtée à l’entrée : ses valeurs n’entrent ni dans les tables ni dans les lignes rejetées.",
    example: { wrong: "Siret;Contact;Adresse mail du contact", right: "Siret" },
    producer: "Ôte la colonne de son export.",
    team: "Demande un export sans elle, puis efface le fichier reçu.",
    sources: "Exports de Place des Entreprises, journaux d’usage, évaluations, accompagnements",
  },
  "period-gap": {
    level: "header",
    effect: "notice",
    title: "Mois manquant entre deux autres",
    message: "Une colonne de mois manque au milieu de la série.",
    explanation:
      "Les effectifs ont une colonne par mois. Un mois absent entre deux mois présents ferait croire à une donnée inconnue pour toutes les entreprises ce mois-là.",
    example: { wrong: "eff202631;eff202633", right: "eff202631;eff202632;eff202633" },
    producer: "Rétablit la colonne du mois, même vide.",
    team: "Compare aux colonnes du lot précédent et redemande le fichier.",
    sources: "Effectifs par établissement et par entreprise",
  },
} as const satisfies Record<string, Fault>;

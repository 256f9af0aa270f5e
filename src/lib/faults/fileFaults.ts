import { EVERY_FILE, type Fault } from "./fault.js";

/** Faults of a whole file, most with the names of Frictionless (https://specs.frictionlessdata.io). */
export const FILE_FAULTS = {
  "encoding-error": {
    level: "file",
    effect: "fatal",
    title: "Codage de caractères incohérent",
    message: "Le fichier mélange plusieurs codages de caractères, ou porte des octets d’aucun.",
    explanation:
      "Un fichier est dans un seul codage : UTF-8, UTF-16 ou ISO-8859-15, reconnu à ses octets. Quand une ligne contredit les autres, ses accents seraient faux sans que rien ne le montre ensuite ; le fichier n’est donc pas lu. Le compte rendu donne la première ligne en cause.",
    example: { wrong: "SociÃ©tÃ© GÃ©nÃ©rique ; Soci�t�", right: "Société Générique" },
    producer: "Réécrit le fichier dans un seul codage, de préférence l’UTF-8.",
    team: "Regarde la ligne indiquée, redemande le fichier ; si la source est sûre, le convertit avec iconv.",
    sources: EVERY_FILE,
  },
  "compression-error": {
    level: "file",
    effect: "fatal",
    title: "Archive illisible",
    message:
      "L’archive est tronquée, chiffrée, imbriquée, démesurée, ou contient plusieurs fichiers.",
    explanation:
      "Une archive gzip ou zip contient un fichier et un seul. Sa somme de contrôle et sa taille sont vérifiées à la lecture : un transfert interrompu se voit ici. Une archive qui enfle hors de toute mesure est arrêtée avant de remplir le disque.",
    example: { wrong: "debits.zip : 2 fichiers", right: "debits.zip : sigfaible_debits.csv" },
    producer: "Renvoie une archive d’un seul fichier, sans mot de passe.",
    team: "Compare la taille à celle annoncée, recommence le transfert, puis redemande le fichier.",
    sources: EVERY_FILE,
  },
  "format-error": {
    level: "file",
    effect: "fatal",
    title: "Ce n’est pas un fichier de texte à séparateurs",
    message: "Le fichier n’est pas du CSV : c’est un classeur, un PDF, une base ou une image.",
    explanation:
      "Le format est reconnu aux premiers octets, pas à l’extension : un classeur renommé en .csv reste un classeur. L’ouvrir et le réenregistrer changerait des valeurs (zéros initiaux des SIREN, dates) ; ce n’est donc jamais fait d’office.",
    example: {
      wrong: "un classeur .xlsx nommé .csv",
      right: "un fichier de texte, une ligne par enregistrement",
    },
    producer: "Exporte en CSV depuis son système, sans passer par un tableur.",
    team: "Redemande l’export ; ne convertit pas à la main.",
    sources: EVERY_FILE,
  },
  "source-error": {
    level: "file",
    effect: "fatal",
    title: "Fichier vide ou corrompu",
    message: "Le fichier est vide, contient des octets de contrôle ou une ligne sans fin.",
    explanation:
      "Des octets nuls ou une ligne de plusieurs millions de caractères trahissent un disque plein, un transfert en mode texte ou des fins de ligne perdues. Lire la suite donnerait des lignes dont rien ne garantit le contenu.",
    example: { wrong: "1;14;1111\\0\\0\\0\\0", right: "1;14;#########00014;77" },
    producer: "Refait l’export et vérifie sa taille.",
    team: "Recommence le transfert ; si le défaut demeure, redemande le fichier.",
    sources: EVERY_FILE,
  },
  "line-count": {
    level: "file",
    effect: "fatal",
    title: "Nombre de lignes incertain",
    message: "Deux comptages des lignes du fichier ne donnent pas le même nombre.",
    explanation:
      "Les lignes sont comptées une fois à la réception et une fois à la lecture. Un écart veut dire qu’une ligne pourrait être perdue ou coupée, ou que le fichier a changé entre-temps : il n’est pas lu plutôt que mal lu.",
    example: {
      wrong: "1 200 lignes comptées, 1 199 lues",
      right: "1 200 lignes comptées et lues",
    },
    producer: "Écrit toutes ses lignes avec la même fin de ligne.",
    team: "Vérifie que personne n’écrit dans le dossier, relance l’intégration ; si le défaut demeure, uniformise les fins de ligne (dos2unix).",
    sources: EVERY_FILE,
  },
  "misnamed-archive": {
    level: "file",
    effect: "notice",
    title: "Archive sous un autre nom",
    message: "Le nom du fichier annonce une compression que son contenu n’a pas, ou l’inverse.",
    explanation:
      "La compression est reconnue aux premiers octets, pas à l’extension. Le fichier est lu, décompressé ou tel quel ; un changement d’un mois à l’autre trahit une étape ajoutée ou oubliée dans l’envoi.",
    example: { wrong: "un texte nommé debits.csv.gz", right: "un gzip nommé debits.csv.gz" },
    producer: "Accorde le nom à la compression.",
    team: "Rien pour ce lot ; signale le changement au producteur.",
    sources: EVERY_FILE,
  },
  "other-encoding": {
    level: "file",
    effect: "notice",
    title: "Codage autre que l’UTF-8",
    message: "Le fichier est en UTF-16, en ISO-8859-15 ou en Windows-1252 : il a été converti.",
    explanation:
      "Le codage est reconnu aux octets, puis le texte entier est converti en UTF-8 avant la lecture. Sans marque au début, rien ne distingue tout à fait deux codages d’un octet : les octets 80 à 9F hexadécimaux, que l’ISO-8859-15 n’emploie pas, désignent le Windows-1252.",
    example: { wrong: "Société, un octet pour é", right: "Société, deux octets pour é" },
    producer: "Écrit ses fichiers en UTF-8.",
    team: "Regarde un accent dans les lignes lues si le codage est nouveau.",
    sources: EVERY_FILE,
  },
  "line-endings": {
    level: "file",
    effect: "notice",
    title: "Retours chariot seuls en fin de ligne",
    message: "Des lignes finissent par un retour chariot sans saut de ligne.",
    explanation:
      "Chaque retour chariot compte pour une fin de ligne. Un fichier d’ancien Mac se lit ainsi sans perte. Dans un fichier qui mélange les fins de ligne, un retour chariot égaré coupe une ligne en deux, et les deux moitiés sont alors rejetées.",
    example: { wrong: "CR et LF mêlés", right: "LF partout, ou CR LF partout" },
    producer: "Écrit toutes ses lignes avec la même fin de ligne.",
    team: "Lit les lignes rejetées, s’il y en a : un retour chariot est peut-être dans un texte.",
    sources: EVERY_FILE,
  },
  "other-delimiter": {
    level: "file",
    effect: "notice",
    title: "Autre séparateur",
    message: "Les cellules sont séparées par un autre signe que celui qui est convenu.",
    explanation:
      "L’en-tête, illisible avec le séparateur convenu, donne toutes les colonnes nécessaires avec un autre, et un seul : le fichier est lu avec celui-là. Une virgule peut aussi être une décimale ; les lignes qui n’ont plus alors le bon nombre de cellules sont rejetées.",
    example: { wrong: "Siret,Compte,periode", right: "Siret;Compte;periode" },
    producer: "Rétablit le séparateur convenu.",
    team: "Vérifie que le fichier n’est pas passé par un tableur.",
    sources: EVERY_FILE,
  },
  "multiline-cell": {
    level: "file",
    effect: "notice",
    title: "Cellules sur plusieurs lignes",
    message: "Des textes entre guillemets contiennent des retours à la ligne.",
    explanation:
      "C’est permis (RFC 4180). Les lignes d’un même enregistrement sont réunies si elles forment ensemble le bon nombre de cellules, chaque retour devenant une espace ; les numéros de ligne comptent alors les enregistrements. Un guillemet qui ne se referme pas ne réunit rien.",
    example: { wrong: "12;«ligne 1\nligne 2»;3", right: "12;«ligne 1 ligne 2»;3" },
    producer: "Rien, si ces textes sont voulus.",
    team: "Rien ; pour retrouver une ligne dans le fichier d’origine, compte les enregistrements.",
    sources: "Fichiers à guillemets : DARES, Insee, INPI, Place des Entreprises…",
  },
  "unknown-file": {
    level: "file",
    effect: "notice",
    title: "Fichier d’un nom inconnu",
    message: "Aucun partenaire n’envoie de fichier de ce nom : il n’a pas été lu.",
    explanation:
      "La source d’un fichier est reconnue à son nom, puis confirmée par son en-tête. Un nom inconnu n’est jamais deviné ; si l’en-tête ressemble à celui d’une source, le compte rendu dit laquelle.",
    example: { wrong: "debits_octobre_v2.csv", right: "sigfaible_debits.csv" },
    producer: "Garde le nom convenu.",
    team: "Rend au fichier son nom convenu, ou l’ôte du dossier.",
    sources: EVERY_FILE,
  },
} as const satisfies Record<string, Fault>;

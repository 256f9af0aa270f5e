import { CRITERIA, type Priority } from "./criteria.js";
import type { Status } from "./score.js";

export interface Declared {
  id: string;
  theme: string;
  priority: Priority;
  status: Status;
  /** Why, in a sentence about this site. */
  reason: string;
}

/** Date of the self-assessment. */
export const ASSESSED_ON = "2026-11-23";

const NO_VIDEO = "Le site n’a ni vidéo, ni son.";
const HOST = "Dépend de l’hébergeur retenu par l’entité qui déploie : non évalué.";
const UNASSESSED = "Non évalué à ce jour.";
const NO_UPLOAD = "Le site ne reçoit aucun fichier et n’a aucun formulaire à envoyer.";

/** Criteria met, with the proof. */
const MET: Readonly<Record<string, string>> = {
  "1.2": "Les lecteurs et leurs questions sont définis page par page.",
  "1.6": "Le site public ne collecte rien : ni compte, ni cookie, ni mesure d’audience.",
  "1.8": "Le site repose sur des logiciels libres, et son code est sous une licence libre.",
  "1.9": "Des pages web standard, lisibles par tout navigateur, et des fichiers CSV et Parquet.",
  "2.5":
    "Les pages se lisent de 320 à plus de 1 280 pixels de large ; des essais automatiques le vérifient.",
  "3.1": "Un site de fichiers, calculé une fois par lot : aucun serveur d’application.",
  "3.7": "La construction et les essais tournent à la demande, sur la machine qui publie.",
  "4.1": "Aucune animation, vidéo ni son à lecture automatique.",
  "4.2": "Aucun défilement infini : les longs tableaux sont coupés et s’ouvrent à la demande.",
  "4.5": "Champs, boutons, tableaux et dépliants sont ceux du navigateur.",
  "4.6": NO_VIDEO,
  "4.7": "Du texte, des tableaux et des dessins vectoriels seulement.",
  "4.8": "Aucune police téléchargée, ou deux graisses de Marianne sous le thème de l’État.",
  "4.9": "La recherche se fait dans le navigateur, sans appel au serveur.",
  "4.13": "Le site n’envoie aucune notification.",
  "4.14": "Rien à vendre, rien à accepter : aucun procédé manipulatoire.",
  "5.7": "Les fichiers ouverts sont en Parquet compressé et en CSV.",
  "6.1":
    "Budget par page publique : 15 requêtes, 400 ko compressés, 700 éléments, contrôlé à la construction.",
  "6.2":
    "Les fichiers nommés par leur empreinte sont gardés un an ; la règle est fournie pour chaque hébergeur.",
  "6.3": "Les réglages fournis pour les hébergeurs activent la compression des textes.",
  "6.4": "Les graphiques sont des dessins vectoriels à la taille de l’écran.",
  "6.7": "Aucune ressource d’un autre domaine : la politique de sécurité des pages l’interdit.",
  "7.1": "Tout est calculé d’avance : le serveur ne rend que des fichiers.",
  "9.1":
    "Prévoir une difficulté demande d’apprendre du passé ; un modèle simple suffit et sert de référence.",
  "9.2":
    "Une régression logistique, la méthode la plus sobre, apprise en quelques minutes sur deux cœurs.",
  "9.4":
    "Seules les variables utiles sont apprises, sur des échantillons justifiés dans le dictionnaire.",
  "9.5": "Le modèle n’est appris à nouveau que si sa dérive, mesurée à chaque lot, le demande.",
  "9.7": "Les scores sont calculés une fois par lot, pour tous les lecteurs.",
};

const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  "1.7": "Le site ne chiffre rien lui-même, hors la connexion.",
  "1.10": "Aucun objet ni périphérique n’est en jeu.",
  "2.10": "Aucun service tiers.",
  "3.2": "Aucune ressource de calcul sur le serveur.",
  "3.4": "Aucun terminal n’est vendu avec le service.",
  "3.5": "Rien n’est installé chez le lecteur.",
  "3.6": "Rien n’est installé chez le lecteur.",
  "4.4": "Aucun service tiers.",
  "4.10": NO_UPLOAD,
  "5.3": NO_VIDEO,
  "5.4": NO_VIDEO,
  "5.5": NO_VIDEO,
  "5.6": NO_VIDEO,
  "6.6": "Aucun capteur n’est utilisé.",
  "7.3": "Aucun traitement sur le serveur.",
  "7.4": "Aucun mécanisme de consensus.",
  "8.8": "Bien moins de 10 To de données.",
};

const TO_DO: Readonly<Record<string, string>> = {
  "1.1": "L’utilité au regard des impacts n’a pas été étudiée.",
  "1.3": "La personne référente est à désigner par l’entité qui déploie.",
  "1.5": "L’empreinte du service n’a pas été mesurée.",
  "2.2": "Aucun essai sur un appareil de plus de dix ans.",
  "2.3": "Les pages disent leur message sans script ; aucun essai à 512 kbit/s n’a été fait.",
  "2.4": "Aucun essai sur un navigateur de plus de deux ans.",
  "4.11":
    "Le poids et le format sont affichés à côté de chaque fichier ; les exports de graphiques ne le disent pas.",
  "5.1":
    "Les images d’aperçu pour les réseaux sociaux, que les pages ne chargent pas, sont en PNG.",
  "9.6": "Le modèle tient en quelques kilo-octets ; aucune compression n’est documentée.",
};

/** What this site declares for each criterion; what nobody has assessed is not met. */
export const DECLARATION: readonly Declared[] = CRITERIA.map((criterion) => {
  const { id } = criterion;
  if (MET[id]) return { ...criterion, status: "conforme", reason: MET[id] };
  if (NOT_APPLICABLE[id]) {
    return { ...criterion, status: "non applicable", reason: NOT_APPLICABLE[id] };
  }
  const reason = TO_DO[id] ?? (id.startsWith("8.") ? HOST : UNASSESSED);
  return { ...criterion, status: "non conforme", reason };
});

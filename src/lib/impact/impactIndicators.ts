/** The five questions of the impact matrix of the State’s digital services (beta.gouv.fr). */
export const PRINCIPLES = {
  utilisable: "Utilisable",
  utilise: "Utilisé",
  utile: "Utile",
  impact: "Impact",
  efficient: "Efficient",
} as const;
export type Principle = keyof typeof PRINCIPLES;

/** One indicator of the service, defined once for the computation, the page and the API. */
export interface ImpactIndicator {
  id: ImpactIndicatorId;
  label: string;
  principle: Principle;
  unit: string;
  kind: "count" | "rate" | "amount" | "days";
  /** True where the matrix asks it of every service. */
  mandatory: boolean;
  definition: string;
  source: string;
  caveat: string;
}

export type ImpactIndicatorId =
  | "entreprises_accompagnees_12m"
  | "facilite_usage"
  | "utilisateurs_actifs"
  | "fidelite"
  | "fidelite_3m"
  | "fiches_consultees"
  | "recherches"
  | "exports"
  | "entreprises_signalees"
  | "premieres_alertes"
  | "signalees_consultees"
  | "departements_actifs"
  | "detections_utiles"
  | "suivis_ouverts_12m"
  | "suivis_en_cours"
  | "suivis_termines_12m"
  | "delai_premiere_action"
  | "cout_par_utilisateur"
  | "cout_par_detection_utile";

const JOURNAL = "Signaux Faibles, journal d’usage du service";
const FOLLOW_UPS = "Signaux Faibles, accompagnements d’établissements";
const LISTS = "Signaux Faibles, listes de détection";
const RATINGS = "Signaux Faibles, évaluations des détections par les agents";
const SPENDING = "Conventions et dépenses du service";

/** Days after the publication of a list within which a follow-up counts as its consequence. */
export const FOLLOWED_WITHIN_DAYS = 183;

/** Days after the publication of a list within which a sheet opened counts as read: until the next list. */
export const READ_WITHIN_DAYS = 92;

/** Every indicator of the service, in the order of the page; the first is the one it is steered by. */
export const IMPACT_INDICATORS: readonly ImpactIndicator[] = [
  {
    id: "entreprises_accompagnees_12m",
    label: "Entreprises accompagnées après un signalement, en douze mois",
    principle: "impact",
    unit: "entreprises",
    kind: "count",
    mandatory: true,
    definition: `Entreprises distinctes dont un accompagnement a commencé dans les douze mois, au plus ${FOLLOWED_WITHIN_DAYS} jours après la publication d’une liste qui les signalait.`,
    source: `${FOLLOW_UPS} ; ${LISTS}`,
    caveat:
      "Un accompagnement après une liste n’est pas toujours dû à la liste : l’agent connaissait parfois déjà l’entreprise.",
  },
  {
    id: "facilite_usage",
    label: "Note de facilité d’usage",
    principle: "utilisable",
    unit: "note",
    kind: "rate",
    mandatory: true,
    definition: "Moyenne des notes données par les agents à la facilité d’usage du service.",
    source: "aucune : le service ne recueille pas cette note",
    caveat: "Indicateur obligatoire de la matrice d’impact, non mesuré à ce jour.",
  },
  {
    id: "utilisateurs_actifs",
    label: "Utilisateurs actifs par mois",
    principle: "utilise",
    unit: "agents",
    kind: "count",
    mandatory: true,
    definition: "Agents distincts (pseudonymes) ayant fait au moins une action dans le mois.",
    source: JOURNAL,
    caveat: "Un agent qui change de compte est compté deux fois.",
  },
  {
    id: "fidelite",
    label: "Fidélité d’un mois sur l’autre",
    principle: "utilise",
    unit: "%",
    kind: "rate",
    mandatory: false,
    definition: "Part des agents actifs un mois qui l’étaient encore le mois suivant.",
    source: JOURNAL,
    caveat: "Le service se consulte surtout à la sortie des listes, chaque trimestre.",
  },
  {
    id: "fidelite_3m",
    label: "Fidélité à trois mois",
    principle: "utilise",
    unit: "%",
    kind: "rate",
    mandatory: false,
    definition: "Part des agents actifs trois mois plus tôt qui le sont encore ce mois.",
    source: JOURNAL,
    caveat: "Un agent actif entre les deux mois seulement n’est pas compté.",
  },
  {
    id: "fiches_consultees",
    label: "Fiches consultées par mois",
    principle: "utilise",
    unit: "consultations",
    kind: "count",
    mandatory: true,
    definition: "Ouvertures de la fiche d’une entreprise, plusieurs fois la même comprise.",
    source: JOURNAL,
    caveat: "Une fiche ouverte n’est pas une entreprise aidée.",
  },
  {
    id: "recherches",
    label: "Recherches par mois",
    principle: "utilise",
    unit: "recherches",
    kind: "count",
    mandatory: false,
    definition: "Recherches faites dans le service.",
    source: JOURNAL,
    caveat: "",
  },
  {
    id: "exports",
    label: "Exports par mois",
    principle: "utilise",
    unit: "exports",
    kind: "count",
    mandatory: false,
    definition: "Listes exportées du service.",
    source: JOURNAL,
    caveat: "",
  },
  {
    id: "entreprises_signalees",
    label: "Entreprises signalées par liste",
    principle: "utilise",
    unit: "entreprises",
    kind: "count",
    mandatory: false,
    definition: "Entreprises d’une liste publiée au-dessus du seuil de risque modéré.",
    source: LISTS,
    caveat: "Les seuils et le modèle ont changé d’une liste à l’autre.",
  },
  {
    id: "premieres_alertes",
    label: "Premières alertes par liste",
    principle: "utilise",
    unit: "entreprises",
    kind: "count",
    mandatory: false,
    definition: "Entreprises signalées qui ne l’étaient dans aucune liste antérieure.",
    source: LISTS,
    caveat: "Toutes le sont dans la première liste.",
  },
  {
    id: "signalees_consultees",
    label: "Entreprises signalées dont la fiche a été lue",
    principle: "utilise",
    unit: "%",
    kind: "rate",
    mandatory: true,
    definition: `Part des entreprises signalées dont la fiche a été ouverte dans les ${READ_WITHIN_DAYS} jours qui suivent la publication : la pénétration du service sur son public prioritaire.`,
    source: `${JOURNAL} ; ${LISTS}`,
    caveat: "Provisoire tant que ces jours ne sont pas passés.",
  },
  {
    id: "departements_actifs",
    label: "Départements où le service est utilisé",
    principle: "utilise",
    unit: "départements",
    kind: "count",
    mandatory: false,
    definition: "Départements dont au moins un agent a agi dans le trimestre, sur 101.",
    source: JOURNAL,
    caveat: "Les équipes nationales n’ont pas de département.",
  },
  {
    id: "detections_utiles",
    label: "Détections jugées utiles",
    principle: "utile",
    unit: "%",
    kind: "rate",
    mandatory: true,
    definition: "Part des évaluations d’agents qui disent la détection utile, sur l’année.",
    source: RATINGS,
    caveat: "Seuls les agents qui répondent sont comptés : une minorité des détections.",
  },
  {
    id: "suivis_ouverts_12m",
    label: "Accompagnements ouverts en douze mois",
    principle: "impact",
    unit: "accompagnements",
    kind: "count",
    mandatory: false,
    definition: "Accompagnements d’établissements commencés dans les douze mois.",
    source: FOLLOW_UPS,
    caveat: "Un même établissement peut être accompagné plusieurs fois.",
  },
  {
    id: "suivis_en_cours",
    label: "Accompagnements en cours",
    principle: "impact",
    unit: "accompagnements",
    kind: "count",
    mandatory: false,
    definition:
      "Accompagnements ouverts et non terminés à la fin du dernier mois, surveillance comprise.",
    source: FOLLOW_UPS,
    caveat: "",
  },
  {
    id: "suivis_termines_12m",
    label: "Accompagnements terminés en douze mois",
    principle: "impact",
    unit: "accompagnements",
    kind: "count",
    mandatory: false,
    definition: "Accompagnements dont l’état est passé à « terminé » dans les douze mois.",
    source: FOLLOW_UPS,
    caveat: "Terminé ne dit pas si l’entreprise va mieux.",
  },
  {
    id: "delai_premiere_action",
    label: "Délai entre l’alerte et la première action",
    principle: "impact",
    unit: "jours",
    kind: "days",
    mandatory: false,
    definition: `Jours entre la publication d’une première alerte et la première fiche ouverte, ou le premier accompagnement commencé, dans les ${FOLLOWED_WITHIN_DAYS} jours : médiane et quartiles par année.`,
    source: `${LISTS} ; ${JOURNAL} ; ${FOLLOW_UPS}`,
    caveat: "Ne compte que les entreprises pour lesquelles on a agi.",
  },
  {
    id: "cout_par_utilisateur",
    label: "Coût à l’utilisation",
    principle: "efficient",
    unit: "€",
    kind: "amount",
    mandatory: true,
    definition:
      "Crédits payés dans l’année rapportés au nombre moyen d’utilisateurs actifs par mois.",
    source: `${SPENDING} ; ${JOURNAL}`,
    caveat: "Ne compte que les crédits des conventions connues, pas le temps des agents.",
  },
  {
    id: "cout_par_detection_utile",
    label: "Coût à l’utilité",
    principle: "efficient",
    unit: "€",
    kind: "amount",
    mandatory: false,
    definition: "Crédits payés dans l’année rapportés aux détections jugées utiles dans l’année.",
    source: `${SPENDING} ; ${RATINGS}`,
    caveat: "Les détections utiles que personne n’évalue ne sont pas comptées.",
  },
];

const BY_ID = new Map(IMPACT_INDICATORS.map((indicator) => [indicator.id, indicator]));

export function impactIndicatorOf(id: ImpactIndicatorId): ImpactIndicator {
  return BY_ID.get(id)!;
}

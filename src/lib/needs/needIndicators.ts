import { FAST_DAYS, FASTER_DAYS } from "./responseTimes.js";

/** One public indicator of the service, as the page and the reports name it. */
export interface NeedIndicator {
  id: string;
  label: string;
  numerator: string;
  denominator: string;
  /** What dates a request or a need. */
  dated: string;
  caveat: string;
}

const SENT = "transmission du besoin (le dépôt n’est pas daté pour les visites)";
const NEEDS = "besoins transmis venant d’une demande";

/** The main indicator, then the eight public ones and those of the quarterly reports (§1.3 and §1.5). */
export const NEED_INDICATORS: readonly NeedIndicator[] = [
  {
    id: "aide_proposee",
    label: "Besoins clôturés par une aide proposée (mesure d’impact phare)",
    numerator: "besoins dont l’état est « aide proposée »",
    denominator: "aucun : un nombre depuis l’ouverture",
    dated: SENT,
    caveat: "L’aide s’entend au sens large : conseil, accompagnement, aide financière.",
  },
  {
    id: "deposes",
    label: "Besoins déposés et part transmise",
    numerator: "demandes dont l’analyse est terminée",
    denominator: "toutes les demandes complètes",
    dated: "dépôt",
    caveat:
      "Non mesuré : l’export reçu n’a que des mises en relation, donc des demandes déjà transmises.",
  },
  {
    id: "transmis",
    label: "Besoins transmis",
    numerator: NEEDS,
    denominator: "aucun",
    dated: SENT,
    caveat: "Une demande peut exprimer plusieurs besoins.",
  },
  {
    id: "echange",
    label: "Besoins ayant donné lieu à un échange",
    numerator: "« aide proposée » et « pas d’aide disponible »",
    denominator: NEEDS,
    dated: SENT,
    caveat: "Mesuré depuis septembre 2020.",
  },
  {
    id: "aide",
    label: "Part des besoins clôturés avec aide",
    numerator: "« aide proposée »",
    denominator: NEEDS,
    dated: SENT,
    caveat: "Les besoins récents sont encore en cours : leur part monte avec le temps.",
  },
  {
    id: "rapide",
    label: `Échange dans les ${FAST_DAYS} jours`,
    numerator: `échange moins de ${FAST_DAYS} jours entiers après la transmission`,
    denominator: "besoins avec échange",
    dated: SENT,
    caveat: "La formule a changé en 2024 puis en 2026 : les trois séries ne se comparent pas.",
  },
  {
    id: "themes",
    label: "Thématiques",
    numerator: "besoins d’un thème",
    denominator: NEEDS,
    dated: SENT,
    caveat: "Le thème est celui que l’équipe a retenu.",
  },
  {
    id: "tailles",
    label: "Taille des entreprises",
    numerator: "besoins d’une classe d’effectif",
    denominator: NEEDS,
    dated: SENT,
    caveat: "Une taille inconnue reste inconnue : elle n’est pas comptée sans salarié.",
  },
  {
    id: "secteurs",
    label: "Secteur d’activité des entreprises",
    numerator: "besoins d’un secteur (NAF, 10 postes)",
    denominator: NEEDS,
    dated: SENT,
    caveat: "Une activité inconnue est une catégorie à part.",
  },
  {
    id: "positionnement",
    label: "Taux de positionnement",
    numerator: "tous les états sauf « en attente de réponse »",
    denominator: "besoins (ou mises en relation) transmis dans le trimestre",
    dated: SENT,
    caveat: "Un refus est un positionnement.",
  },
  {
    id: "prise_en_charge",
    label: "Taux de prise en charge",
    numerator: "ni en attente, ni refusé",
    denominator: "besoins (ou mises en relation) transmis dans le trimestre",
    dated: SENT,
    caveat: "Toutes clôtures confondues : aide proposée, injoignable, pas d’aide.",
  },
  {
    id: "satisfaction",
    label: "Satisfaction",
    numerator: "entreprises contactées et pour qui l’échange a été utile",
    denominator: "réponses à l’enquête",
    dated: "année de transmission",
    caveat: "L’enquête n’est envoyée qu’après une aide proposée.",
  },
  {
    id: "trois_jours",
    label: `Échange dans les ${FASTER_DAYS} jours`,
    numerator: `échange moins de ${FASTER_DAYS} jours entiers après la transmission`,
    denominator: "besoins (ou mises en relation) avec échange",
    dated: SENT,
    caveat:
      "Le trimestre précédent a le même dénominateur, ce que les classeurs d’origine ne font pas.",
  },
];

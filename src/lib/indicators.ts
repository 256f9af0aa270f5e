import { formatNumber } from "./format/number.js";
import { MONTHLY_HOURS } from "./monthlyHours.js";

/**
 * The public indicators: one definition each, read by the computation, the charts, the open data and
 * the methods. Formulas are on the companies that were in the perimeter at the month shown.
 */
export interface Indicator {
  id: IndicatorId;
  label: string;
  /** Short noun for axes and key figures. */
  unit: string;
  /** `count`: companies or events; `amount`: a sum one company may dominate; `rate`: in percent. */
  kind: "count" | "amount" | "rate";
  family: FamilyId;
  /** For a rate, the indicators it divides: it is hidden when either is. */
  numerator?: IndicatorId;
  denominator?: IndicatorId;
  /** For a change over a year, in percent, the indicator it follows. */
  changeOf?: IndicatorId;
  /** For another unit of the same thing: so many times that indicator. */
  multipleOf?: { id: IndicatorId; by: number };
  /** For one of the parts that add up to another indicator; known by région and by sector, not crossed. */
  partOf?: IndicatorId;
  /** What three or twelve months make: the last one for a state, their sum for a flow. */
  overTime: "state" | "flow";
  /** True when a series corrected for the season says something. */
  seasonal: boolean;
  definition: string;
  /** The computation, as a formula. */
  formula: string;
  source: string;
  caveat: string;
  /** What a rise means, said in words next to the colour. */
  rise: "favourable" | "unfavourable" | "neutral";
}

/** What the indicators are about, in the order of the pages. */
export const FAMILIES = {
  population: "Entreprises et emploi",
  procedures: "Procédures collectives",
  debt: "Dette Urssaf",
  shortTime: "Activité partielle",
} as const;
export type FamilyId = keyof typeof FAMILIES;

export type IndicatorId =
  | "entreprises"
  | "effectif"
  | "evolution_effectif"
  | "ouvertures_12m"
  | "sauvegardes_12m"
  | "redressements_12m"
  | "liquidations_12m"
  | "taux_ouverture_12m"
  | "taux_sauvegarde_12m"
  | "taux_redressement_12m"
  | "taux_liquidation_12m"
  | "dette_urssaf"
  | "dette_salariale"
  | "dette_patronale"
  | "part_dette_salariale"
  | "cotisations_12m"
  | "dette_sur_cotisations"
  | "entreprises_en_dette"
  | "part_en_dette"
  | "entreprises_en_delai"
  | "part_en_delai"
  | "montant_delais"
  | "etp_autorise"
  | "heures_autorisees"
  | "autorise_conjoncture"
  | "autorise_approvisionnement"
  | "autorise_sinistre"
  | "autorise_transformation"
  | "autorise_exceptionnel"
  | "autorise_inconnu"
  | "autorise_plusieurs"
  | "etp_activite_partielle"
  | "heures_consommees"
  | "entreprises_en_ap"
  | "part_entreprises_en_ap"
  | "part_activite_partielle";

export const INDICATORS: readonly Indicator[] = [
  {
    id: "entreprises",
    label: "Entreprises suivies",
    unit: "entreprises",
    kind: "count",
    family: "population",
    overTime: "state",
    seasonal: false,
    definition: "Entreprises du périmètre employant au moins une personne le mois considéré.",
    formula: "nombre d’entreprises dont l’effectif du mois est positif",
    source: "Urssaf, effectifs par entreprise",
    caveat:
      "Le périmètre ne retient que les entreprises ayant atteint dix salariés dans les trente-six mois qui précèdent.",
    rise: "neutral",
  },
  {
    id: "effectif",
    label: "Effectif salarié",
    unit: "salariés",
    kind: "amount",
    family: "population",
    overTime: "state",
    seasonal: true,
    definition: "Somme des effectifs des entreprises suivies, rattachés au siège.",
    formula: "Σ effectif des entreprises suivies",
    source: "Urssaf, effectifs par entreprise",
    caveat: "Les salariés d’un établissement secondaire sont comptés dans la région du siège.",
    rise: "favourable",
  },
  {
    id: "evolution_effectif",
    label: "Évolution de l’effectif sur un an",
    unit: "%",
    kind: "rate",
    family: "population",
    changeOf: "effectif",
    overTime: "state",
    seasonal: false,
    definition: "Variation de l’effectif salarié par rapport au même mois de l’année précédente.",
    formula: "effectif ÷ effectif douze mois plus tôt − 1",
    source: "Urssaf, effectifs par entreprise",
    caveat:
      "À champ variable : les entreprises entrées dans le périmètre ou sorties depuis un an comptent.",
    rise: "favourable",
  },
  {
    id: "ouvertures_12m",
    label: "Ouvertures de procédures collectives sur douze mois",
    unit: "procédures",
    kind: "count",
    family: "procedures",
    overTime: "state",
    seasonal: false,
    definition:
      "Entreprises du périmètre entrées en sauvegarde, redressement ou liquidation au cours des douze mois finissant le mois considéré.",
    formula: "nombre d’entreprises entrées en procédure de t − 11 à t",
    source: "Urssaf, procédures collectives",
    caveat: "Une entreprise n’est comptée qu’une fois par période de douze mois.",
    rise: "unfavourable",
  },
  {
    id: "sauvegardes_12m",
    label: "Sauvegardes sur douze mois",
    unit: "procédures",
    kind: "count",
    family: "procedures",
    partOf: "ouvertures_12m",
    overTime: "state",
    seasonal: false,
    definition:
      "Entreprises du périmètre dont la dernière entrée en procédure des douze mois finissant le mois considéré est une sauvegarde.",
    formula: "nombre d’entreprises entrées de t − 11 à t, par la nature de la dernière entrée",
    source: "Urssaf, procédures collectives",
    caveat: "Une conversion (un redressement devenu liquidation) n’est pas une nouvelle entrée.",
    rise: "neutral",
  },
  {
    id: "redressements_12m",
    label: "Redressements judiciaires sur douze mois",
    unit: "procédures",
    kind: "count",
    family: "procedures",
    partOf: "ouvertures_12m",
    overTime: "state",
    seasonal: false,
    definition:
      "Entreprises du périmètre dont la dernière entrée en procédure des douze mois finissant le mois considéré est un redressement judiciaire.",
    formula: "nombre d’entreprises entrées de t − 11 à t, par la nature de la dernière entrée",
    source: "Urssaf, procédures collectives",
    caveat: "Une conversion (un redressement devenu liquidation) n’est pas une nouvelle entrée.",
    rise: "unfavourable",
  },
  {
    id: "liquidations_12m",
    label: "Liquidations judiciaires sur douze mois",
    unit: "procédures",
    kind: "count",
    family: "procedures",
    partOf: "ouvertures_12m",
    overTime: "state",
    seasonal: false,
    definition:
      "Entreprises du périmètre dont la dernière entrée en procédure des douze mois finissant le mois considéré est une liquidation judiciaire.",
    formula: "nombre d’entreprises entrées de t − 11 à t, par la nature de la dernière entrée",
    source: "Urssaf, procédures collectives",
    caveat: "Une conversion (un redressement devenu liquidation) n’est pas une nouvelle entrée.",
    rise: "unfavourable",
  },
  {
    id: "taux_ouverture_12m",
    label: "Taux d’ouverture sur douze mois",
    unit: "%",
    kind: "rate",
    family: "procedures",
    numerator: "ouvertures_12m",
    denominator: "entreprises",
    overTime: "state",
    seasonal: false,
    definition: "Ouvertures de procédures sur douze mois rapportées aux entreprises suivies.",
    formula: "ouvertures sur douze mois ÷ entreprises suivies",
    source: "Urssaf, procédures collectives et effectifs",
    caveat: "Taux brut, non corrigé de la structure par taille.",
    rise: "unfavourable",
  },
  {
    id: "taux_sauvegarde_12m",
    label: "Taux de sauvegarde sur douze mois",
    unit: "%",
    kind: "rate",
    family: "procedures",
    numerator: "sauvegardes_12m",
    denominator: "entreprises",
    overTime: "state",
    seasonal: false,
    definition: "Entrées en sauvegarde sur douze mois rapportées aux entreprises suivies.",
    formula: "sauvegardes sur douze mois ÷ entreprises suivies",
    source: "Urssaf, procédures collectives et effectifs",
    caveat: "Taux brut, non corrigé de la structure par taille.",
    rise: "neutral",
  },
  {
    id: "taux_redressement_12m",
    label: "Taux de redressement judiciaire sur douze mois",
    unit: "%",
    kind: "rate",
    family: "procedures",
    numerator: "redressements_12m",
    denominator: "entreprises",
    overTime: "state",
    seasonal: false,
    definition:
      "Entrées en redressement judiciaire sur douze mois rapportées aux entreprises suivies.",
    formula: "redressements sur douze mois ÷ entreprises suivies",
    source: "Urssaf, procédures collectives et effectifs",
    caveat: "Taux brut, non corrigé de la structure par taille.",
    rise: "unfavourable",
  },
  {
    id: "taux_liquidation_12m",
    label: "Taux de liquidation judiciaire sur douze mois",
    unit: "%",
    kind: "rate",
    family: "procedures",
    numerator: "liquidations_12m",
    denominator: "entreprises",
    overTime: "state",
    seasonal: false,
    definition:
      "Entrées en liquidation judiciaire sur douze mois rapportées aux entreprises suivies.",
    formula: "liquidations sur douze mois ÷ entreprises suivies",
    source: "Urssaf, procédures collectives et effectifs",
    caveat: "Taux brut, non corrigé de la structure par taille.",
    rise: "unfavourable",
  },
  {
    id: "dette_urssaf",
    label: "Dette Urssaf",
    unit: "€",
    kind: "amount",
    family: "debt",
    overTime: "state",
    seasonal: false,
    definition:
      "Cotisations dues et non payées (parts salariale et patronale), hors pénalités et majorations, à la fin du mois.",
    formula: "Σ (part salariale + part patronale) des entreprises dont la dette est positive",
    source: "Urssaf, débits",
    caveat: "Un incident compté au plus tard le 20 du mois est rattaché à ce mois.",
    rise: "unfavourable",
  },
  {
    id: "dette_salariale",
    label: "Dette Urssaf, part salariale",
    unit: "€",
    kind: "amount",
    family: "debt",
    partOf: "dette_urssaf",
    overTime: "state",
    seasonal: false,
    definition: "Part de la dette qui a été retenue sur les salaires et n’a pas été reversée.",
    formula: "Σ part salariale des entreprises dont la dette est positive",
    source: "Urssaf, débits",
    caveat: "Un crédit sur une part réduit l’autre : la part est comprise entre zéro et la dette.",
    rise: "unfavourable",
  },
  {
    id: "dette_patronale",
    label: "Dette Urssaf, part patronale",
    unit: "€",
    kind: "amount",
    family: "debt",
    partOf: "dette_urssaf",
    overTime: "state",
    seasonal: false,
    definition: "Part de la dette à la charge de l’employeur.",
    formula: "dette − part salariale",
    source: "Urssaf, débits",
    caveat: "Un crédit sur une part réduit l’autre : la part est comprise entre zéro et la dette.",
    rise: "unfavourable",
  },
  {
    id: "part_dette_salariale",
    label: "Part salariale de la dette Urssaf",
    unit: "%",
    kind: "rate",
    family: "debt",
    numerator: "dette_salariale",
    denominator: "dette_urssaf",
    overTime: "state",
    seasonal: false,
    definition: "Part salariale rapportée à la dette Urssaf.",
    formula: "part salariale ÷ dette Urssaf",
    source: "Urssaf, débits",
    caveat: "Ne dit rien du montant de la dette.",
    rise: "unfavourable",
  },
  {
    id: "cotisations_12m",
    label: "Cotisations dues sur douze mois",
    unit: "€",
    kind: "amount",
    family: "debt",
    overTime: "state",
    seasonal: false,
    definition:
      "Cotisations appelées par l’Urssaf au titre des douze mois finissant le mois considéré.",
    formula: "Σ cotisations de t − 11 à t",
    source: "Urssaf, cotisations",
    caveat: "Les cotisations sont rattachées au mois auquel elles se rapportent.",
    rise: "neutral",
  },
  {
    id: "dette_sur_cotisations",
    label: "Dette rapportée aux cotisations",
    unit: "%",
    kind: "rate",
    family: "debt",
    numerator: "dette_urssaf",
    denominator: "cotisations_12m",
    overTime: "state",
    seasonal: false,
    definition: "Dette Urssaf rapportée aux cotisations dues sur douze mois.",
    formula: "dette Urssaf ÷ cotisations dues sur douze mois",
    source: "Urssaf, débits et cotisations",
    caveat:
      "Une dette ancienne d’une entreprise qui ne verse plus rien pèse autant qu’une dette récente.",
    rise: "unfavourable",
  },
  {
    id: "entreprises_en_dette",
    label: "Entreprises en dette auprès de l’Urssaf",
    unit: "entreprises",
    kind: "count",
    family: "debt",
    overTime: "state",
    seasonal: false,
    definition: "Entreprises suivies dont la dette Urssaf est strictement positive.",
    formula: "nombre d’entreprises suivies dont la dette est positive",
    source: "Urssaf, débits",
    caveat: "Une dette faible ou ancienne compte autant qu’une dette récente.",
    rise: "unfavourable",
  },
  {
    id: "part_en_dette",
    label: "Part des entreprises en dette auprès de l’Urssaf",
    unit: "%",
    kind: "rate",
    family: "debt",
    numerator: "entreprises_en_dette",
    denominator: "entreprises",
    overTime: "state",
    seasonal: false,
    definition: "Entreprises en dette rapportées aux entreprises suivies.",
    formula: "entreprises en dette ÷ entreprises suivies",
    source: "Urssaf, débits et effectifs",
    caveat: "Ne dit rien des montants.",
    rise: "unfavourable",
  },
  {
    id: "entreprises_en_delai",
    label: "Entreprises en délai de paiement",
    unit: "entreprises",
    kind: "count",
    family: "debt",
    overTime: "state",
    seasonal: false,
    definition:
      "Entreprises suivies ayant un délai de paiement accordé par l’Urssaf et non échu à la fin du mois.",
    formula: "nombre d’entreprises dont un délai accordé court à la fin du mois",
    source: "Urssaf, délais de paiement",
    caveat: "Un délai dénoncé avant son terme reste compté jusqu’à son échéance.",
    rise: "neutral",
  },
  {
    id: "part_en_delai",
    label: "Part des entreprises en délai de paiement",
    unit: "%",
    kind: "rate",
    family: "debt",
    numerator: "entreprises_en_delai",
    denominator: "entreprises",
    overTime: "state",
    seasonal: false,
    definition: "Entreprises en délai de paiement rapportées aux entreprises suivies.",
    formula: "entreprises en délai ÷ entreprises suivies",
    source: "Urssaf, délais de paiement et effectifs",
    caveat: "Un délai accordé est aussi un signe que l’entreprise a demandé de l’aide.",
    rise: "neutral",
  },
  {
    id: "montant_delais",
    label: "Montant des délais de paiement",
    unit: "€",
    kind: "amount",
    family: "debt",
    overTime: "state",
    seasonal: false,
    definition: "Montant global des échéanciers en cours à la fin du mois, à leur création.",
    formula: "Σ montant des échéanciers en cours",
    source: "Urssaf, délais de paiement",
    caveat: "Le montant d’origine : ce qui a été remboursé depuis n’est pas déduit.",
    rise: "neutral",
  },
  {
    id: "etp_autorise",
    label: "Activité partielle autorisée",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    overTime: "flow",
    seasonal: true,
    definition: `Heures d’activité partielle demandées et autorisées pour le mois, divisées par ${formatNumber(MONTHLY_HOURS, 2)} (équivalents temps plein).`,
    formula: `heures autorisées ÷ ${formatNumber(MONTHLY_HOURS, 2)}`,
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Une demande compte en entier chaque mois de sa période : le total dépasse de loin ce qui sera consommé.",
    rise: "unfavourable",
  },
  {
    id: "heures_autorisees",
    label: "Heures d’activité partielle autorisées",
    unit: "heures",
    kind: "amount",
    family: "shortTime",
    multipleOf: { id: "etp_autorise", by: MONTHLY_HOURS },
    overTime: "flow",
    seasonal: true,
    definition: "Heures d’activité partielle demandées et autorisées pour le mois.",
    formula: "Σ heures autorisées",
    source: "DGEFP-Dares, activité partielle",
    caveat: "Une demande compte en entier chaque mois de sa période.",
    rise: "unfavourable",
  },
  {
    id: "autorise_conjoncture",
    label: "Activité partielle autorisée : conjoncture économique",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : conjoncture économique.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "autorise_approvisionnement",
    label: "Activité partielle autorisée : difficultés d’approvisionnement",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : difficultés d’approvisionnement.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "autorise_sinistre",
    label: "Activité partielle autorisée : sinistre ou intempéries",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : sinistre ou intempéries.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "autorise_transformation",
    label: "Activité partielle autorisée : transformation ou restructuration",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : transformation ou restructuration.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "autorise_exceptionnel",
    label: "Activité partielle autorisée : autres circonstances exceptionnelles",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : autres circonstances exceptionnelles.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "autorise_inconnu",
    label: "Activité partielle autorisée : motif inconnu",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : motif inconnu.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "autorise_plusieurs",
    label: "Activité partielle autorisée : plusieurs motifs à la fois",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    partOf: "etp_autorise",
    overTime: "flow",
    seasonal: false,
    definition:
      "Activité partielle autorisée des établissements dont les demandes ont pour motif : plusieurs motifs à la fois.",
    formula: "Σ heures autorisées des demandes de ce motif ÷ heures d’un temps plein",
    source: "DGEFP-Dares, activité partielle",
    caveat:
      "Les demandes de motifs différents d’un même établissement forment une catégorie à part.",
    rise: "unfavourable",
  },
  {
    id: "etp_activite_partielle",
    label: "Activité partielle consommée",
    unit: "ETP",
    kind: "amount",
    family: "shortTime",
    overTime: "flow",
    seasonal: true,
    definition: `Heures d’activité partielle consommées dans le mois, divisées par ${formatNumber(MONTHLY_HOURS, 2)} (équivalents temps plein).`,
    formula: `heures consommées ÷ ${formatNumber(MONTHLY_HOURS, 2)}`,
    source: "DGEFP-Dares, activité partielle",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
  {
    id: "heures_consommees",
    label: "Heures d’activité partielle consommées",
    unit: "heures",
    kind: "amount",
    family: "shortTime",
    multipleOf: { id: "etp_activite_partielle", by: MONTHLY_HOURS },
    overTime: "flow",
    seasonal: true,
    definition: "Heures d’activité partielle consommées dans le mois.",
    formula: "Σ heures consommées",
    source: "DGEFP-Dares, activité partielle",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
  {
    id: "entreprises_en_ap",
    label: "Entreprises en activité partielle",
    unit: "entreprises",
    kind: "count",
    family: "shortTime",
    overTime: "state",
    seasonal: true,
    definition: "Entreprises suivies ayant consommé des heures d’activité partielle dans le mois.",
    formula: "nombre d’entreprises suivies dont les heures consommées sont positives",
    source: "DGEFP-Dares, activité partielle",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
  {
    id: "part_entreprises_en_ap",
    label: "Part des entreprises en activité partielle",
    unit: "%",
    kind: "rate",
    family: "shortTime",
    numerator: "entreprises_en_ap",
    denominator: "entreprises",
    overTime: "state",
    seasonal: true,
    definition: "Entreprises en activité partielle rapportées aux entreprises suivies.",
    formula: "entreprises en activité partielle ÷ entreprises suivies",
    source: "DGEFP-Dares et Urssaf",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
  {
    id: "part_activite_partielle",
    label: "Part de l’effectif en activité partielle",
    unit: "%",
    kind: "rate",
    family: "shortTime",
    numerator: "etp_activite_partielle",
    denominator: "effectif",
    overTime: "state",
    seasonal: true,
    definition: "Équivalents temps plein en activité partielle rapportés à l’effectif.",
    formula: "activité partielle consommée ÷ effectif",
    source: "DGEFP-Dares et Urssaf",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
];

import { formatNumber } from "./format/number.js";
import { MONTHLY_HOURS } from "./monthlyHours.js";

/**
 * The public indicators: one definition each, read by the computation, the charts and the
 * methods. Formulas are on the companies that were in the perimeter at the month shown.
 */
export interface Indicator {
  id: IndicatorId;
  label: string;
  /** Short noun for axes and key figures. */
  unit: string;
  /** `count`: companies or events; `amount`: a sum one company may dominate; `rate`: numerator over denominator, in percent. */
  kind: "count" | "amount" | "rate";
  /** For a rate, the indicators it divides: it is hidden when either is. */
  numerator?: string;
  denominator?: string;
  definition: string;
  source: string;
  caveat: string;
  /** What a rise means, said in words next to the colour. */
  rise: "favourable" | "unfavourable" | "neutral";
}

export type IndicatorId =
  | "entreprises"
  | "effectif"
  | "ouvertures_12m"
  | "taux_ouverture_12m"
  | "dette_urssaf"
  | "entreprises_en_dette"
  | "part_en_dette"
  | "etp_activite_partielle"
  | "part_activite_partielle";

export const INDICATORS: readonly Indicator[] = [
  {
    id: "entreprises",
    label: "Entreprises suivies",
    unit: "entreprises",
    kind: "count",
    definition: "Entreprises du périmètre employant au moins une personne le mois considéré.",
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
    definition: "Somme des effectifs des entreprises suivies, rattachés au siège.",
    source: "Urssaf, effectifs par entreprise",
    caveat: "Les salariés d’un établissement secondaire sont comptés dans la région du siège.",
    rise: "favourable",
  },
  {
    id: "ouvertures_12m",
    label: "Ouvertures de procédures collectives sur douze mois",
    unit: "procédures",
    kind: "count",
    definition:
      "Entreprises du périmètre entrées en sauvegarde, redressement ou liquidation au cours des douze mois finissant le mois considéré.",
    source: "Urssaf, procédures collectives",
    caveat: "Une entreprise n’est comptée qu’une fois par période de douze mois.",
    rise: "unfavourable",
  },
  {
    id: "taux_ouverture_12m",
    label: "Taux d’ouverture sur douze mois",
    unit: "%",
    kind: "rate",
    numerator: "ouvertures_12m",
    denominator: "entreprises",
    definition: "Ouvertures de procédures sur douze mois rapportées aux entreprises suivies.",
    source: "Urssaf, procédures collectives et effectifs",
    caveat: "Taux brut, non corrigé de la structure par taille.",
    rise: "unfavourable",
  },
  {
    id: "dette_urssaf",
    label: "Dette Urssaf",
    unit: "€",
    kind: "amount",
    definition:
      "Cotisations dues et non payées (parts salariale et patronale), hors pénalités et majorations, à la fin du mois.",
    source: "Urssaf, débits",
    caveat: "Un incident compté au plus tard le 20 du mois est rattaché à ce mois.",
    rise: "unfavourable",
  },
  {
    id: "entreprises_en_dette",
    label: "Entreprises en dette auprès de l’Urssaf",
    unit: "entreprises",
    kind: "count",
    definition: "Entreprises suivies dont la dette Urssaf est strictement positive.",
    source: "Urssaf, débits",
    caveat: "Une dette faible ou ancienne compte autant qu’une dette récente.",
    rise: "unfavourable",
  },
  {
    id: "part_en_dette",
    label: "Part des entreprises en dette auprès de l’Urssaf",
    unit: "%",
    kind: "rate",
    numerator: "entreprises_en_dette",
    denominator: "entreprises",
    definition: "Entreprises en dette rapportées aux entreprises suivies.",
    source: "Urssaf, débits et effectifs",
    caveat: "Ne dit rien des montants.",
    rise: "unfavourable",
  },
  {
    id: "etp_activite_partielle",
    label: "Activité partielle consommée",
    unit: "ETP",
    kind: "amount",
    definition: `Heures d’activité partielle consommées dans le mois, divisées par ${formatNumber(MONTHLY_HOURS, 2)} (équivalents temps plein).`,
    source: "DGEFP-Dares, activité partielle",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
  {
    id: "part_activite_partielle",
    label: "Part de l’effectif en activité partielle",
    unit: "%",
    kind: "rate",
    numerator: "etp_activite_partielle",
    denominator: "effectif",
    definition: "Équivalents temps plein en activité partielle rapportés à l’effectif.",
    source: "DGEFP-Dares et Urssaf",
    caveat: "Les derniers mois peuvent être révisés à la hausse.",
    rise: "unfavourable",
  },
];

import { debtFeatures, debtRise, isPaidOff, PAID_OFF_READS } from "./debt.js";
import { HIGH_SHORT_TIME_WORK } from "./recovery2022.js";
import type { Rule } from "./rule.js";

/** The service removed every adjustment in February 2024 (§4.6): these show how one is declared. */
const TODAY = { author: "Équipe Signaux Faibles (démonstration)", from: "2025-01" } as const;

/** Rise of the debt over three months, in monthly contributions, that a payment incident does not explain. */
const STEEP_RISE = 1;

export const CURRENT: readonly Rule[] = [
  {
    ...TODAY,
    name: "dette_en_hausse",
    label: "Hausse rapide de la dette sociale",
    reason:
      "Plus d’un mois de cotisations impayées en trois mois, alors que la dette n’est pas ce qui pèse le plus dans le score : le niveau est relevé d’un cran.",
    effect: 1,
    reads: [...debtFeatures(0, 3), "cotisation_moy12m"],
    applies: (company) =>
      company.value("cotisation_moy12m") > 0 &&
      debtRise(company, 3) > STEEP_RISE &&
      company.dominant !== "dette_sociale",
  },
  {
    ...TODAY,
    name: "dette_apuree",
    label: "Ancienne dette sociale apurée",
    reason:
      "Une dette importante il y a six mois ou un an, aujourd’hui réglée à 90 % : le niveau est abaissé d’un cran.",
    effect: -1,
    reads: PAID_OFF_READS,
    applies: isPaidOff,
  },
  {
    ...TODAY,
    name: "activite_partielle_elevee",
    label: "Recours élevé à l’activité partielle",
    reason:
      "Plus de la moitié de l’effectif en activité partielle, hors circonstances exceptionnelles : le niveau est relevé d’un cran.",
    effect: 1,
    reads: ["ratio_apart_ordinaire"],
    applies: ({ value }) => value("ratio_apart_ordinaire") > HIGH_SHORT_TIME_WORK,
  },
];

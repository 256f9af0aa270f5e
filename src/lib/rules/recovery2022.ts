import { debtFeatures, debtRise, isPaidOff, PAID_OFF_READS } from "./debt.js";
import type { Rule } from "./rule.js";

/**
 * The four adjustments of the lists of September to December 2022 (§4.6, sf_datalake `tailoring`), on
 * open data: « dette nette / CAF » is the `capacite_de_remboursement` of the open accounts, which does
 * not deduct cash; three weak signs of the accounts raise by one as two do, where the original
 * counted two before it clipped; short-time work is told by the share of the staff, without the
 * condition on days consumed.
 */
const IN_2022 = {
  author: "Signaux Faibles, équipe des redressements",
  from: "2022-09",
  to: "2022-12",
} as const;

/** Years of cash flow a debt takes to repay beyond which solvency is weak (§4.6, dette nette / CAF). */
const WEAK_SOLVENCY = 4;

/** Share of a company's staff in short-time work beyond which the request is high (§4.6). */
export const HIGH_SHORT_TIME_WORK = 0.5;

export const RECOVERY_2022: readonly Rule[] = [
  {
    ...IN_2022,
    name: "finances_2022",
    label: "Au moins deux signes de faiblesse des comptes",
    reason:
      "Capacité de remboursement faible, fonds propres négatifs, exploitation déficitaire : deux de ces trois signes relèvent le niveau. Le chiffre d’affaires de la TVA, que la règle d’origine comparait à 2019, n’est pas une donnée ouverte.",
    effect: 1,
    reads: ["capacite_de_remboursement", "autonomie_financiere", "marge_ebe"],
    applies: ({ value }) =>
      [
        value("capacite_de_remboursement") > WEAK_SOLVENCY,
        value("autonomie_financiere") < 0,
        value("marge_ebe") < 0,
      ].filter(Boolean).length >= 2,
  },
  {
    ...IN_2022,
    name: "dette_recente_2022",
    label: "Hausse récente de la dette sociale",
    reason:
      "Une dette qui monte d’un dixième d’une cotisation mensuelle en trois mois relève le niveau, sauf si la dette sociale est déjà ce qui pèse le plus dans le score.",
    effect: 1,
    reads: [...debtFeatures(0, 3), "cotisation_moy12m"],
    applies: (company) =>
      company.value("cotisation_moy12m") > 0 &&
      debtRise(company, 3) > 0.1 &&
      company.dominant !== "dette_sociale",
  },
  {
    ...IN_2022,
    name: "dette_apuree_2022",
    label: "Ancienne dette sociale apurée",
    reason:
      "Une dette importante il y a six mois ou un an, aujourd’hui réglée à 90 %, abaisse le niveau : le modèle garde la mémoire de la dette passée.",
    effect: -1,
    reads: PAID_OFF_READS,
    applies: isPaidOff,
  },
  {
    ...IN_2022,
    name: "activite_partielle_2022",
    label: "Recours élevé à l’activité partielle",
    reason:
      "Plus de la moitié de l’effectif en activité partielle, hors circonstances exceptionnelles, relève le niveau.",
    effect: 1,
    reads: ["ratio_apart_ordinaire"],
    applies: ({ value }) => value("ratio_apart_ordinaire") > HIGH_SHORT_TIME_WORK,
  },
];

import type { PublishedPerformance } from "../../src/lib/evaluation.js";

const DOCUMENTS = "signaux-faibles/documentation, evaluation-modele" as const;

/**
 * What the service has published of its own models (its documentation, `evaluation-modele`): other
 * data, other months and, before September 2021, another target. Statements to read beside the
 * results, never results.
 */
export const PUBLISHED: readonly PublishedPerformance[] = [
  {
    date: "2021-06",
    model: "« default » (régression logistique, établissements avec bilans)",
    set: "test ; trois mois d’impayés comptent comme une défaillance",
    strongSignals: false,
    auc: null,
    averagePrecision: 0.522,
    fort: { precision: 0.863, recall: 0.353 },
    modere: { precision: 0.459, recall: 0.506 },
    source: `${DOCUMENTS}/juin2021.md`,
  },
  {
    date: "2021-06",
    model: "« small » (régression logistique, sans bilan)",
    set: "test ; trois mois d’impayés comptent comme une défaillance",
    strongSignals: false,
    auc: null,
    averagePrecision: 0.482,
    fort: { precision: 0.87, recall: 0.348 },
    modere: { precision: 0.53, recall: 0.51 },
    source: `${DOCUMENTS}/juin2021.md`,
  },
  {
    date: "2021-09",
    model: "modèle de septembre 2021 (entreprises, procédures seules)",
    set: "juin à novembre 2018, 1 233 292 cas",
    strongSignals: true,
    auc: 0.85,
    averagePrecision: 0.36,
    fort: { precision: 0.49, recall: 0.38 },
    modere: { precision: 0.31, recall: 0.67 },
    source: `${DOCUMENTS}/sept2021.md`,
  },
  {
    date: "2021-09",
    model: "modèle de septembre 2021 (entreprises, procédures seules)",
    set: "juin à novembre 2018, 1 214 479 cas",
    strongSignals: false,
    auc: 0.8,
    averagePrecision: 0.15,
    fort: { precision: 0.25, recall: 0.24 },
    modere: { precision: 0.16, recall: 0.51 },
    source: `${DOCUMENTS}/sept2021.md`,
  },
  {
    date: "2024-03",
    model: "modèle de mars 2024 (forêt aléatoire)",
    set: "5 millions de cas tirés au hasard de janvier 2016 à août 2022, sans test dans le futur",
    strongSignals: null,
    auc: 0.93,
    averagePrecision: 0.51,
    fort: { precision: 0.62, recall: 0.37 },
    modere: { precision: 0.36, recall: 0.69 },
    source: `${DOCUMENTS}/mars2024.md`,
  },
];

import type { IndicatorId } from "./indicators.js";

/** The indicators as grammatical subjects of a sentence, which their labels are not. */
export const SUBJECTS: Readonly<Record<IndicatorId, { words: string; plural: boolean }>> = {
  entreprises: { words: "le nombre d’entreprises suivies", plural: false },
  effectif: { words: "l’effectif salarié", plural: false },
  ouvertures_12m: { words: "les ouvertures de procédures collectives", plural: true },
  taux_ouverture_12m: { words: "le taux d’ouverture de procédures collectives", plural: false },
  dette_urssaf: { words: "la dette Urssaf", plural: false },
  entreprises_en_dette: { words: "les entreprises en dette auprès de l’Urssaf", plural: true },
  part_en_dette: { words: "la part des entreprises en dette auprès de l’Urssaf", plural: false },
  etp_activite_partielle: { words: "l’activité partielle consommée", plural: false },
  part_activite_partielle: { words: "la part de l’effectif en activité partielle", plural: false },
};

import type { IndicatorId } from "./indicators.js";

/** The indicators as grammatical subjects of a sentence, which their labels are not. */
export const SUBJECTS: Readonly<Record<IndicatorId, { words: string; plural: boolean }>> = {
  entreprises: { words: "le nombre d’entreprises suivies", plural: false },
  effectif: { words: "l’effectif salarié", plural: false },
  evolution_effectif: { words: "l’évolution de l’effectif", plural: false },
  ouvertures_12m: { words: "les ouvertures de procédures collectives", plural: true },
  sauvegardes_12m: { words: "les entrées en sauvegarde", plural: true },
  redressements_12m: { words: "les entrées en redressement judiciaire", plural: true },
  liquidations_12m: { words: "les entrées en liquidation judiciaire", plural: true },
  taux_ouverture_12m: { words: "le taux d’ouverture de procédures collectives", plural: false },
  taux_sauvegarde_12m: { words: "le taux d’entrée en sauvegarde", plural: false },
  taux_redressement_12m: { words: "le taux d’entrée en redressement judiciaire", plural: false },
  taux_liquidation_12m: { words: "le taux d’entrée en liquidation judiciaire", plural: false },
  dette_urssaf: { words: "la dette Urssaf", plural: false },
  dette_salariale: { words: "la part salariale de la dette Urssaf", plural: false },
  dette_patronale: { words: "la part patronale de la dette Urssaf", plural: false },
  part_dette_salariale: {
    words: "le poids de la part salariale dans la dette Urssaf",
    plural: false,
  },
  cotisations_12m: { words: "les cotisations dues sur douze mois", plural: true },
  dette_sur_cotisations: { words: "la dette Urssaf rapportée aux cotisations", plural: false },
  entreprises_en_dette: { words: "les entreprises en dette auprès de l’Urssaf", plural: true },
  part_en_dette: { words: "la part des entreprises en dette auprès de l’Urssaf", plural: false },
  entreprises_en_delai: { words: "les entreprises en délai de paiement", plural: true },
  part_en_delai: { words: "la part des entreprises en délai de paiement", plural: false },
  montant_delais: { words: "le montant des délais de paiement", plural: false },
  etp_autorise: { words: "l’activité partielle autorisée", plural: false },
  heures_autorisees: { words: "les heures d’activité partielle autorisées", plural: true },
  autorise_conjoncture: {
    words: "l’activité partielle autorisée pour la conjoncture économique",
    plural: false,
  },
  autorise_approvisionnement: {
    words: "l’activité partielle autorisée pour des difficultés d’approvisionnement",
    plural: false,
  },
  autorise_sinistre: {
    words: "l’activité partielle autorisée pour un sinistre ou des intempéries",
    plural: false,
  },
  autorise_transformation: {
    words: "l’activité partielle autorisée pour une transformation",
    plural: false,
  },
  autorise_exceptionnel: {
    words: "l’activité partielle autorisée pour d’autres circonstances exceptionnelles",
    plural: false,
  },
  autorise_inconnu: {
    words: "l’activité partielle autorisée pour un motif inconnu",
    plural: false,
  },
  autorise_plusieurs: {
    words: "l’activité partielle autorisée pour plusieurs motifs à la fois",
    plural: false,
  },
  etp_activite_partielle: { words: "l’activité partielle consommée", plural: false },
  heures_consommees: { words: "les heures d’activité partielle consommées", plural: true },
  entreprises_en_ap: { words: "les entreprises en activité partielle", plural: true },
  part_entreprises_en_ap: { words: "la part des entreprises en activité partielle", plural: false },
  part_activite_partielle: { words: "la part de l’effectif en activité partielle", plural: false },
};

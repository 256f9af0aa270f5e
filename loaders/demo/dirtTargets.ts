import type { SourceName } from "../sources/layouts.js";

/** Where each fault can strike, by source: columns, and the values that make it. */
export interface Targets {
  date?: readonly [column: string, value: string];
  amount?: string;
  identifier?: string;
  code?: readonly [column: string, value: string];
  /** Account and SIRET columns: an account nobody knows comes without SIRET. */
  account?: readonly [account: string, siret: string];
}

/** The faults of real files: those the importer's tests show, and the change of DATE_FIN of 2025 (§1.4). */
export const TARGETS: Record<SourceName, Targets> = {
  cotisation: { amount: "cotis_due", identifier: "Siret", account: ["Compte", "Siret"] },
  debit: {
    date: ["Dt_trt_ecn", "1261399"],
    amount: "Mt_PP",
    identifier: "Siret",
    account: ["num_cpte", "Siret"],
  },
  delai: {
    date: ["Date_echeance", "31/02/2025"],
    amount: "Montant_global_echeancier",
    identifier: "Siret",
    account: ["Numero_compte_externe", "Siret"],
  },
  ccsf: {
    date: ["Date_de_traitement", "1251332"],
    identifier: "Siret",
    code: ["Code_externe_stade", "INCONNU"],
    account: ["Compte", "Siret"],
  },
  procol: {
    date: ["Dt_effet", "31FEV2024"],
    identifier: "Siren",
    code: ["Lib_actx_stdx", "Ouverture_conciliation"],
  },
  comptes: { date: ["Date_disp_siret", "1251332"], identifier: "Siret" },
  effectif: { identifier: "siret" },
  effectif_ent: { identifier: "siren" },
  apdemande: {
    date: ["DATE_DEB", '"2025-02-30"'],
    amount: "HTA",
    identifier: "ETAB_SIRET",
    code: ["MOTIF_RECOURS_SE", '"9"'],
  },
  apconso: { date: ["MOIS", '"2025-13-01"'], amount: "HEURES", identifier: "ETAB_SIRET" },
  sirene: {
    date: ["dateCreationEtablissement", "2019-02-31"],
    amount: "latitude",
    identifier: "siret",
    code: ["activitePrincipaleEtablissement", "5610A"],
  },
  sirene_ul: { date: ["dateCreationUniteLegale", "invalid_date"], identifier: "siren" },
  sirene_histo: {
    date: ["dateDebut", "2019-02-31"],
    identifier: "siret",
    code: ["etatAdministratifEtablissement", "Z"],
  },
  ratios_inpi: {
    date: ["date_cloture_exercice", "20250231"],
    amount: "chiffre_d_affaires",
    identifier: "siren",
    code: ["type_bilan", "Z"],
  },
  bdf: { date: ["ARRETE_BILAN", "31DEX2015"], amount: "TX_MARGE", identifier: "D1" },
  paydex: { date: ["DATE_VALEUR", "01/15/2019"], amount: "NB_JOURS", identifier: "SIREN" },
  paydex_stock: {
    date: ["DATE_VALEUR", "2025-02-30"],
    amount: "NBR_JRS_RETARD",
    identifier: "SIREN",
  },
  mises_en_relation: {
    date: ["Date de transmission du besoin", "2025-02-30 09:00:00"],
    code: ["Statut de la mise en relation", "En panne"],
  },
  journal_usage: { date: ["date_action", "2025-02-30 09:00:00"], code: ["action", "courriel"] },
  listes_detection: {
    date: ["date_publication", "2025-02-30"],
    amount: "score",
    identifier: "siren",
    code: ["alert", "Alerte"],
  },
  evaluations_liste: {
    date: ["created_at", "2025-02-30 09:00:00"],
    identifier: "siren",
    code: ["user_segment", "inconnu"],
  },
  accompagnements: {
    date: ["date_evenement", "2025-02-30 09:00:00"],
    identifier: "siret",
    code: ["state", "paused"],
  },
  conventions: { date: ["date_debut", "2023-02-30"], amount: "ae" },
  depenses: { date: ["mois", "2023-02-30"], amount: "cp_paye" },
};

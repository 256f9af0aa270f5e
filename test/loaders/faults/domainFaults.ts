import type { LAYOUTS } from "../../../loaders/sources/layouts.js";
import type { Finding } from "./findings.js";

type SourceName = keyof typeof LAYOUTS;

/** A row of a source, sound but for one thing. */
export interface DomainFault {
  /** What is wrong, or only looks so. */
  what: string;
  source: SourceName;
  /** Cells that differ from those of a sound row, by label. */
  cells: Record<string, string>;
  /** What the report says of the row; null when it is sound. */
  found: Pick<Finding, "code" | "column"> | null;
  /** The row is counted apart, without its line. */
  skipped?: true;
}

/** Labels of the wide files, without the month of `eff202632`. */
export const MONTHS = ["eff202631", "eff202633", "eff202711"];

const SIREN = "111111118";

/** A sound row of each source that the faults are put in. */
export const SOUND: Partial<Record<SourceName, Record<string, string>>> = {
  cotisation: {
    Siret: `${SIREN}00014`,
    Compte: "77",
    periode: "202631",
    enc_direct: "10",
    cotis_due: "20",
  },
  debit: {
    num_cpte: "77",
    Siren: SIREN,
    Siret: `${SIREN}00014`,
    Etat_cpte: "1",
    Periode: "202631",
    Num_Ecn: "1",
    Num_Hist_Ecn: "1",
    Dt_trt_ecn: "1260810",
    Mt_PO: "100",
    Mt_PP: "200",
    Recours_en_cours: "0",
  },
  delai: {
    Siret: `${SIREN}00014`,
    Numero_compte_externe: "77",
    Date_creation: "24/03/2026",
    Date_echeance: "28/09/2026",
    Duree_delai: "188",
    Annee_creation: "2026",
    Montant_global_echeancier: "5697.00",
  },
  procol: {
    Siret: `${SIREN}00014`,
    Siren: SIREN,
    Dt_effet: "26MAY2014",
    Lib_actx_stdx: "Redressement_ouverture",
  },
  effectif_ent: { siren: SIREN, eff202631: "12", eff202633: "12" },
  apdemande: {
    ID_DA: "d1",
    ETAB_SIRET: `${SIREN}00014`,
    DATE_DEB: "2026-08-01",
    DATE_FIN: "2026-12-31",
    MOTIF_RECOURS_SE: "1",
  },
  ratios_inpi: { siren: SIREN, date_cloture_exercice: "20251231", type_bilan: "C" },
  sirene: {
    siren: SIREN,
    nic: "00014",
    siret: `${SIREN}00014`,
    etablissementSiege: "true",
    codeCommuneEtablissement: "75056",
    etatAdministratifEtablissement: "A",
    activitePrincipaleEtablissement: "47.21Z",
    nomenclatureActivitePrincipaleEtablissement: "NAFRev2",
  },
  sirene_histo: {
    siren: SIREN,
    siret: `${SIREN}00014`,
    dateDebut: "2009-05-27",
    etatAdministratifEtablissement: "A",
  },
};

const rejected = (code: string, column: string) => ({ code, column });

const noticed = (code: string, column: string | null = null) => ({ code, column });

/** Faults of the domain: §1 and §3 of the domain document, test 4 of the model anchors. */
export const DOMAIN_FAULTS: readonly DomainFault[] = [
  ...[
    ["a SIREN of 8 digits, its zero lost", "siren-lost-zeros", "55201354"],
    ["a SIREN of 7 digits", "siren-lost-zeros", "5520135"],
    ["a SIREN of 10 digits", "siren-length", "1111111182"],
    ["a SIRET for a SIREN", "siren-length", "11111111800014"],
    ["a SIREN with inner spaces", "identifier-spaces", "111 111 118"],
    ["a SIREN padded on the right", "identifier-spaces", "111111118 "],
    ["a SIREN with no-break spaces", "identifier-spaces", "111\u00a0111\u00a0118"],
    ["a SIREN with a letter", "type-error", "11111111A"],
    ["no SIREN", "constraint-error", ""],
  ].map(([what, code, siren]) => ({
    what: what!,
    source: "ratios_inpi" as const,
    cells: { siren: siren! },
    found: rejected(code!, "siren"),
  })),
  ...[
    ["a SIRET of 13 digits, its zero lost", "siret-lost-zeros", "5520135000144"],
    ["a SIRET of 15 digits", "siret-length", "111111118000145"],
    ["a provisional SIRET, with letters", "siret-provisional", "1111111180001A"],
    ["a SIRET with spaces", "identifier-spaces", "111 111 118 00014"],
    ["a SIRET written by a spreadsheet", "type-error", "1,11111E+13"],
  ].map(([what, code, siret]) => ({
    what: what!,
    source: "cotisation" as const,
    cells: { Siret: siret! },
    found: rejected(code!, "Siret"),
  })),
  {
    what: "no SIRET, and no account to find it by",
    source: "cotisation",
    cells: { Siret: "" },
    found: noticed("account-without-siret"),
    skipped: true,
  },
  {
    what: "a pseudo-SIRET of temporary work",
    source: "delai",
    cells: { Siret: `${SIREN}50014`, Numero_compte_externe: "78" },
    found: noticed("siret-pseudo"),
  },
  {
    what: "a SIREN whose control key is wrong",
    source: "effectif_ent",
    cells: { siren: "111111111" },
    found: noticed("luhn"),
  },
  {
    what: "the SIRET of another SIREN, in a column that is read (procol)",
    source: "procol",
    cells: { Siren: "222222226" },
    found: rejected("siret-of-another-siren", "Siret"),
  },
  {
    what: "the SIRET of another SIREN, in a column that is not (debit)",
    source: "debit",
    cells: { Siren: "222222226" },
    found: rejected("siret-of-another-siren", "Siret"),
  },
  ...[
    ["29 February of a common year", "29/02/2023", "type-error"],
    ["30 February", "30/02/2024", "type-error"],
    ["an American date", "01/15/2019", "type-error"],
    ["a year of two digits", "24/03/26", "type-error"],
    ["an ISO date in a column of slashes", "2026-03-24", "type-error"],
    ["a year out of all bounds", "24/03/2926", "constraint-error"],
    ["no date", "", "constraint-error"],
  ].map(([what, date, code]) => ({
    what: what!,
    source: "delai" as const,
    cells: { Date_creation: date! },
    found: rejected(code!, "Date_creation"),
  })),
  ...[
    ["a period of a fifth quarter", "202651"],
    ["a year for a period", "2026"],
    ["a month for a period, 2026-07", "2026-07"],
  ].map(([what, periode]) => ({
    what: what!,
    source: "cotisation" as const,
    cells: { periode: periode! },
    found: rejected("type-error", "periode"),
  })),
  {
    what: "a period after the batch",
    source: "cotisation",
    cells: { periode: "202711", Compte: "79" },
    found: noticed("future-period"),
  },
  {
    what: "a request for the months to come",
    source: "apdemande",
    cells: { ID_DA: "d2", DATE_DEB: "2026-12-01" },
    found: null,
  },
  {
    what: "no headcount yet for a month",
    source: "effectif_ent",
    cells: { siren: "222222226", eff202711: "" },
    found: null,
  },
  {
    what: "a headcount beyond any number",
    source: "effectif_ent",
    cells: { siren: "333333334", eff202631: "99999999999" },
    found: rejected("type-error", "eff202631"),
  },
  {
    what: "a decimal comma",
    source: "cotisation",
    cells: { enc_direct: "10,50", Compte: "80" },
    found: null,
  },
  ...[
    ["a thin space in an amount", "1\u202f234,50"],
    ["an amount of 1e300", "1e300"],
    ["words for an amount", "n.c."],
    ["two decimal signs", "1,234.50"],
  ].map(([what, amount]) => ({
    what: what!,
    source: "cotisation" as const,
    cells: { enc_direct: amount! },
    found: rejected("type-error", "enc_direct"),
  })),
  {
    what: "part of a centime",
    source: "debit",
    cells: { Mt_PO: "100,5" },
    found: rejected("type-error", "Mt_PO"),
  },
  {
    what: "a negative turnover",
    source: "ratios_inpi",
    cells: { chiffre_d_affaires: "-1000" },
    found: rejected("constraint-error", "chiffre_d_affaires"),
  },
  {
    what: "a negative result",
    source: "ratios_inpi",
    cells: { siren: "222222226", resultat_net: "-1000" },
    found: null,
  },
  {
    what: "a motive that no text gives",
    source: "apdemande",
    cells: { ID_DA: "d3", MOTIF_RECOURS_SE: "8" },
    found: rejected("constraint-error", "MOTIF_RECOURS_SE"),
  },
  {
    what: "an activity of the NAF rév. 1",
    source: "sirene",
    cells: {
      nic: "00022",
      activitePrincipaleEtablissement: "52.2A",
      nomenclatureActivitePrincipaleEtablissement: "NAFRev1",
    },
    found: noticed("naf-rev1"),
    skipped: true,
  },
  {
    what: "an activity of the NAF rév. 1 under the name of the rév. 2",
    source: "sirene",
    cells: { nic: "00030", activitePrincipaleEtablissement: "741J" },
    found: noticed("value-left-blank", "activitePrincipaleEtablissement"),
  },
  ...["2A004", "2B033", "97105", "75101"].map((code, index) => ({
    what: `the commune ${code}`,
    source: "sirene" as const,
    cells: { nic: `0004${index}`, codeCommuneEtablissement: code },
    found: null,
  })),
  {
    what: "the code of Ajaccio before 1976",
    source: "sirene",
    cells: { nic: "00055", codeCommuneEtablissement: "20004" },
    found: noticed("unknown-commune"),
  },
  {
    what: "a longitude that is no number",
    source: "sirene",
    cells: { nic: "00063", longitude: "NOT_VALID" },
    found: rejected("type-error", "longitude"),
  },
  {
    what: "a state without dates",
    source: "sirene_histo",
    cells: { dateDebut: "" },
    found: noticed("undated-state"),
    skipped: true,
  },
  {
    what: "the same company twice, with the same headcount",
    source: "effectif_ent",
    cells: {},
    found: noticed("duplicate-row"),
  },
  {
    what: "the same company twice, with another headcount",
    source: "effectif_ent",
    cells: { eff202631: "13" },
    found: noticed("primary-key"),
  },
];

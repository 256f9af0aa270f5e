import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import { Random } from "./random.js";

export type Fault =
  | "ligne_tronquee"
  | "cellules_en_trop"
  | "date_impossible"
  | "texte_dans_un_montant"
  | "ligne_vide"
  | "compte_inconnu"
  | "siret_incorrect"
  | "code_hors_liste"
  | "date_fin_avec_heure";

/** Where each fault can strike, by source: columns, and the values that make it. */
interface Targets {
  date?: readonly [column: string, value: string];
  amount?: string;
  identifier?: string;
  code?: readonly [column: string, value: string];
  /** Account and SIRET columns: an account nobody knows comes without SIRET. */
  account?: readonly [account: string, siret: string];
}

/** The faults of real files: those the importer's tests show, and the change of DATE_FIN of 2025 (§1.4). */
const TARGETS: Record<SourceName, Targets> = {
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
};

const UNKNOWN_ACCOUNT = "999000000000000000";
const NOT_A_NUMBER = "n.c.";

/**
 * Spoils a share of the lines. Which ones is decided by streams of their own: the other lines are
 * byte for byte those of clean files.
 */
export class Dirt {
  /** Faults made so far, by kind. */
  readonly counts: Partial<Record<Fault, number>> = {};
  private readonly streams = new Map<SourceName, Random>();

  constructor(
    private readonly seed: number,
    /** Share of lines, 0 to 1. */
    private readonly share: number,
  ) {}

  /** The lines to write in place of one line: itself, spoiled, or with one more. */
  soil(source: SourceName, cells: string[], delimiter: string): string[] {
    const line = cells.join(delimiter);
    if (this.share === 0) return [line];
    const random = this.streamOf(source);
    if (!random.chance(this.share)) return [line];
    const fault = random.pick(faultsOf(source));
    this.counts[fault] = (this.counts[fault] ?? 0) + 1;
    if (fault === "ligne_vide") return ["", line];
    const spoiled = spoil(fault, source, [...cells]).join(delimiter);
    return fault === "compte_inconnu" ? [line, spoiled] : [spoiled];
  }

  private streamOf(source: SourceName): Random {
    let random = this.streams.get(source);
    if (!random) {
      random = new Random(this.seed, "dirt", source);
      this.streams.set(source, random);
    }
    return random;
  }
}

function faultsOf(source: SourceName): Fault[] {
  const { date, amount, identifier, code, account } = TARGETS[source];
  const faults: Fault[] = ["ligne_tronquee", "cellules_en_trop", "ligne_vide"];
  if (date) faults.push("date_impossible");
  if (amount) faults.push("texte_dans_un_montant");
  if (identifier) faults.push("siret_incorrect");
  if (code) faults.push("code_hors_liste");
  if (account) faults.push("compte_inconnu");
  if (source === "apdemande") faults.push("date_fin_avec_heure");
  return faults;
}

function spoil(fault: Fault, source: SourceName, cells: string[]): string[] {
  const { date, amount, identifier, code, account } = TARGETS[source];
  const header: readonly string[] = LAYOUTS[source].header;
  const put = (column: string, value: string): string[] =>
    cells.with(header.indexOf(column), value);
  switch (fault) {
    case "ligne_tronquee":
      return cells.slice(0, Math.ceil(cells.length / 3));
    case "cellules_en_trop":
      return [...cells, "", "x"];
    case "date_impossible":
      return put(...(date as [string, string]));
    case "texte_dans_un_montant":
      return put(amount!, NOT_A_NUMBER);
    case "siret_incorrect":
      return put(identifier!, shortened(cells[header.indexOf(identifier!)]!));
    case "code_hors_liste":
      return put(...(code as [string, string]));
    case "compte_inconnu":
      return put(account![0], UNKNOWN_ACCOUNT).with(header.indexOf(account![1]), "");
    case "date_fin_avec_heure":
      return put("DATE_FIN", withTime(cells[header.indexOf("DATE_FIN")]!));
    default:
      return cells;
  }
}

/** Loses the last digit, inside the quotes when there are some. */
const shortened = (identifier: string): string => identifier.replace(/\d("?)$/, "$1");

/** `2025-09-30` becomes `2025-09-30 00:00:00`, inside the quotes when there are some. */
const withTime = (date: string): string => date.replace(/(\d)("?)$/, "$1 00:00:00$2");

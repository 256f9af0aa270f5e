import { readFile } from "node:fs/promises";
import { join } from "node:path";
import codes from "@socialgouv/codes-naf";
import { beforeAll, describe, expect, it } from "vitest";
import type { DemoSummary } from "../../../loaders/demo/demo.js";
import { luhnKey } from "../../../loaders/demo/identifiers.js";
import { LAYOUTS, type SourceName } from "../../../loaders/sources/layouts.js";
import { economy, rowsOf, splitCells } from "./economy.js";

const SIRET = /^\d{14}$/;
const URSSAF_DATE = /^1?\d?\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^-?\d+[.,]\d{2}$/;
const FLOAT = /^\d+\.\d{1,2}$/;
const CODE = /^\d+$/;
const PERIOD = /^20\d\d(62|[1-4][0-3])$/;
/** A provisional SIRET has a letter (§1.2). */
const SIRET_OR_PROVISIONAL = /^\d{9}[\dA]\d{4}$/;
const SIREN = /^\d{9}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const FRENCH_INSTANT = /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/;
const FRENCH_INSTANT_OR_NONE = /^(\d{2}\/\d{2}\/\d{4} \d{2}:\d{2})?$/;
const SEGMENT = /^(bdf|dge|dgefp|dgfip|urssaf|autre)$/;
const BOOLEAN = /^(true|false)$/;

/** What each column of the importer's documentation looks like; others are free text. */
const FORMATS: { [source in SourceName]: Record<string, RegExp> } = {
  cotisation: {
    Siret: SIRET_OR_PROVISIONAL,
    Compte: /^\d{18}$/,
    periode: PERIOD,
    mer: AMOUNT,
    enc_direct: AMOUNT,
    cotis_due: AMOUNT,
  },
  debit: {
    Siret: SIRET,
    Siren: /^\d{9}$/,
    num_cpte: /^\d{18}$/,
    Dt_immat: URSSAF_DATE,
    Etat_cpte: /^[123]$/,
    Cd_pro_col: /^[0129]$/,
    Periode: PERIOD,
    Num_Ecn: /^\d{3}$/,
    Num_Hist_Ecn: CODE,
    Dt_trt_ecn: URSSAF_DATE,
    Mt_PO: CODE,
    Mt_PP: CODE,
    Cd_op_ecn: /^(1|2|3|4|5|11)$/,
    Recours_en_cours: /^[01]$/,
  },
  delai: {
    Siret: SIRET,
    Date_creation: /^\d{2}\/\d{2}\/\d{4}$/,
    Date_echeance: /^\d{2}\/\d{2}\/\d{4}$/,
    Duree_delai: CODE,
    Indic_6M: /^(INF|SUP)$/,
    Annee_creation: /^\d{4}$/,
    Montant_global_echeancier: /^\d+\.\d{2}$/,
    Code_externe_stade: /^(APPROB|PR|PRO PR)$/,
    Code_externe_action: /^(SUR PO|CCSF)$/,
  },
  ccsf: {
    Siret: SIRET,
    Date_de_traitement: URSSAF_DATE,
    Code_externe_stade: /^(DEBUT|REFUS|APPROB|FIN|REJ)$/,
    Code_externe_action: /^CCSF$/,
  },
  procol: {
    Siret: SIRET,
    Siren: /^\d{9}$/,
    Dt_effet: /^\d{2}[A-Z]{3}\d{4}$/,
    Lib_actx_stdx:
      /^(Ouverture|Plan_continuation|Fin_procedure|Inclusion_autre_procedure|Cloture_insuffisance_actif|Solde_procedure)_(sauvegarde|redressement|liquidation)$/,
  },
  comptes: { Compte: /^\d{18}$/, Siret: SIRET, Date_crea_siret: URSSAF_DATE },
  effectif: { compte: /^\d{18}$/, siret: SIRET, ape_ins: /^\d{4}[A-Z]$/ },
  effectif_ent: { siren: /^\d{9}$/ },
  apdemande: {
    ID_DA: /^[0-9a-z]{11}$/,
    ETAB_SIRET: SIRET,
    EFF_ENT: FLOAT,
    EFF_ETAB: FLOAT,
    DATE_STATUT: ISO,
    DATE_DEB: ISO,
    DATE_FIN: ISO,
    HTA: FLOAT,
    MTA: /^\d+[.,]\d{1,2}$/,
    EFF_AUTO: FLOAT,
    MOTIF_RECOURS_SE: /^[1-5]$/,
    PERIMETRE_AP: /^[1-4]$/,
    RECOURS_ANTERIEUR: /^[123]$/,
  },
  apconso: {
    ID_DA: /^[0-9a-z]{11}$/,
    ETAB_SIRET: SIRET,
    HEURES: FLOAT,
    MONTANTS: FLOAT,
    EFFECTIFS: FLOAT,
    MOIS: /^\d{4}-\d{2}-01$/,
  },
  sirene: {
    siren: /^\d{9}$/,
    nic: /^\d{5}$/,
    siret: SIRET,
    dateCreationEtablissement: ISO,
    etablissementSiege: BOOLEAN,
    etatAdministratifEtablissement: /^[AF]$/,
    activitePrincipaleEtablissement: /^\d{2}\.\d{2}[A-Z]$/,
    nomenclatureActivitePrincipaleEtablissement: /^NAFRev2$/,
  },
  sirene_ul: {
    siren: /^\d{9}$/,
    dateCreationUniteLegale: ISO,
    categorieJuridiqueUniteLegale: /^\d{4}$/,
    etatAdministratifUniteLegale: /^[AC]$/,
  },
  sirene_histo: {
    siret: SIRET,
    dateDebut: ISO,
    etatAdministratifEtablissement: /^[AF]$/,
    changementEtatAdministratifEtablissement: BOOLEAN,
  },
  ratios_inpi: {
    siren: /^\d{9}$/,
    date_cloture_exercice: /^\d{8}$/,
    chiffre_d_affaires: /^\d*$/,
    type_bilan: /^[KCS]$/,
    confidentiality: /^Public( sauf compte de résultat)?$/,
  },
  bdf: {
    D1: /^\d{3} \d{3} \d{3}$/,
    ANNEE: /^201[4-8]$/,
    ARRETE_BILAN: /^(28|29|30|31)(DEC|JUN|APR|AVR|AUG|AOU|FEB|FEV)201[3-7]$/,
    CP: /^\d{5}$/,
    REGION: /^BOURGOGNE-FRANCHE-COMTE$/,
    SECTEUR: /^0\d /,
    TX_MARGE: /^-?\d+\.\d$/,
  },
  paydex: {
    SIREN,
    NB_JOURS: CODE,
    NB_JOURS_LIB: /^\d+ jours$/,
    DATE_VALEUR: /^15\/\d{2}\/\d{4}$/,
  },
  paydex_stock: {
    SIREN,
    CODE_PAYDEX: /^0\d{2}$/,
    NBR_JRS_RETARD: CODE,
    ENCOURS_ETUDIES: AMOUNT,
    DATE_VALEUR: /^31\/08\/2025$/,
  },
  mises_en_relation: {
    SIRET,
    "Date de sollicitation": FRENCH_INSTANT,
    "Date de transmission du besoin": FRENCH_INSTANT,
    "Date de prise en charge": FRENCH_INSTANT_OR_NONE,
    "Date de clôture": FRENCH_INSTANT_OR_NONE,
    "Satisfaction - rappel": /^(oui|non)?$/,
    "Téléphone du contact entreprise": /^01 99 00 \d\d \d\d$/,
    "Adresse mail du contact entreprise": /@exemple\.invalid$/,
  },
  journal_usage: {
    date_action: INSTANT,
    segment: SEGMENT,
    action: /^(connexion|recherche|fiche|liste|export|hors_zone)$/,
    siren: /^(\d{9})?$/,
    user_email: /@exemple\.invalid$/,
  },
  listes_detection: {
    siren: SIREN,
    list_name: /^(Mars|Juin|Septembre|Décembre) 202\d$/,
    date_publication: ISO,
    batch: /^2\d(03|06|09|12)$/,
    periode: ISO,
    score: /^\d{1,3}\.\d$/,
    alert: /^Alerte seuil F[12]$/,
    premiere_alerte: BOOLEAN,
  },
  evaluations_liste: {
    siren: SIREN,
    useful: BOOLEAN,
    user_segment: SEGMENT,
    created_at: INSTANT,
  },
  accompagnements: {
    siret: SIRET,
    date_evenement: INSTANT,
    state: /^(in_progress|under_surveillance|completed)$/,
    criticite: /^(rouge|orange|vert)$/,
    segment: SEGMENT,
    taille: /^(TPE|PME|ETI|GE)$/,
  },
  conventions: { ae: CODE, date_signature: ISO },
  depenses: { mois: ISO, ae_engage: AMOUNT, cp_paye: AMOUNT },
};

describe("extracts", () => {
  let summary: DemoSummary;
  beforeAll(async () => {
    summary = await economy({ companies: 400, months: 84 });
  });

  it.each(Object.keys(LAYOUTS) as SourceName[])(
    "%s has the header and the cells of its layout",
    async (source) => {
      const { fileName, delimiter, header } = LAYOUTS[source];
      const text = await readFile(join(summary.folder, fileName), "utf8");
      expect(text.endsWith("\n")).toBe(true);
      const [first, ...lines] = text.slice(0, -1).split("\n");
      const names = splitCells(first!, delimiter);
      expect(names.filter((name) => !/^eff\d{4}[1-4][1-3]$/.test(name))).toEqual(
        header.filter((name) => name !== "{months}"),
      );
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBe(summary.files.find((file) => file.source === source)!.rows);
      const widths = new Set(lines.map((line) => splitCells(line, delimiter).length));
      expect([...widths]).toEqual([names.length]);
    },
  );

  it.each(Object.keys(FORMATS) as SourceName[])(
    "%s writes each column as the partner does",
    async (source) => {
      for (const row of await rowsOf(summary, source)) {
        for (const [column, format] of Object.entries(FORMATS[source])) {
          if (!format.test(row[column]!)) expect.fail(`${source}.${column}: ${row[column]}`);
        }
      }
    },
  );

  it("short-time work files quote texts and not numbers, and some ends of period are bare", async () => {
    const text = await readFile(join(summary.folder, LAYOUTS.apdemande.fileName), "utf8");
    const [header, ...lines] = text.slice(0, -1).split("\n");
    expect(header).toBe(LAYOUTS.apdemande.header.map((name) => `"${name}"`).join(","));
    expect(lines[0]).toMatch(/^"[0-9a-z]{11}","\d{14}",\d+\.0,\d+\.0,"/);
    expect(lines.some((line) => /,\d{4}-\d{2}-\d{2},/.test(line))).toBe(true);
  });

  it("no SIREN could be a real one: the key is always wrong", async () => {
    for (const { siren } of await rowsOf(summary, "sirene_ul")) {
      expect(Number(siren![8])).not.toBe(luhnKey(siren!.slice(0, 8)));
    }
  });

  it("every activity exists in the NAF rév. 2", async () => {
    const known = new Set(codes.map(({ id }) => id));
    for (const row of await rowsOf(summary, "sirene")) {
      expect(known.has(row.activitePrincipaleEtablissement!)).toBe(true);
    }
  });

  it("headcounts come late: the last two months are empty for all, the third is not", async () => {
    const rows = await rowsOf(summary, "effectif_ent");
    const filled = (column: string): number => rows.filter((row) => row[column] !== "").length;
    expect(filled("eff202633")).toBe(0);
    expect(filled("eff202632")).toBe(0);
    expect(filled("eff202631")).toBeGreaterThan(100);
  });

  it("the history of a debt is numbered without a gap from its first line, one line per rank", async () => {
    const ranks = new Map<string, number>();
    for (const row of await rowsOf(summary, "debit")) {
      const key = [row.num_cpte, row.Periode, row.Num_Ecn].join("/");
      const previous = ranks.get(key);
      if (previous !== undefined) expect(Number(row.Num_Hist_Ecn)).toBe(previous + 1);
      ranks.set(key, Number(row.Num_Hist_Ecn));
    }
  });

  it("when an établissement moves, its debt ends at zero under the old SIRET and goes on under the new", async () => {
    const last = new Map<string, Map<string, { rank: number; owed: number }>>();
    for (const row of await rowsOf(summary, "debit")) {
      const key = [row.num_cpte, row.Periode, row.Num_Ecn].join("/");
      const bySiret = last.get(key) ?? new Map();
      bySiret.set(row.Siret, { rank: Number(row.Num_Hist_Ecn), owed: Number(row.Mt_PP) });
      last.set(key, bySiret);
    }
    const moved = [...last.values()].filter((bySiret) => bySiret.size > 1);
    expect(moved.length).toBeGreaterThan(0);
    for (const bySiret of moved) {
      const ends = [...bySiret.values()].sort((a, b) => a.rank - b.rank);
      for (const { owed } of ends.slice(0, -1)) expect(owed).toBe(0);
    }
  });

  it("an account leads to each SIRET for dates that follow one another", async () => {
    const ends = new Map<string, number>();
    for (const row of await rowsOf(summary, "comptes")) {
      const from = Number(row.Date_crea_siret);
      const end = ends.get(row.Compte!);
      if (end !== undefined) expect(from).toBeGreaterThan(end);
      ends.set(row.Compte!, Number(row.Date_disp_siret || 9_990_101));
    }
  });
});

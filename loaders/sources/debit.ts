import { z } from "zod";
import { centimes } from "../fields/amount.js";
import { siret } from "../fields/identifier.js";
import { flag, looseInteger } from "../fields/number.js";
import { text } from "../fields/text.js";
import { urssafDate, urssafPeriod } from "../fields/urssaf.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Dues are payable by the 15th; what is not paid on the 20th is a debt (§1.2). */
const LAST_DAY = 20;

/** `AAAAMMJJ`, which arithmetic writes twice as fast as a format. */
const dayNumber = (date: string): string =>
  `(10000 * year(${date}) + 100 * month(${date}) + day(${date}))`;

/** Changes of the debts, penalties and late surcharges excluded (§1.2). */
export const debit: Source = {
  name: "debit",
  title: "Urssaf, débits (écarts négatifs)",
  kind: "stock",
  key: ["debit_id", "num_hist_ecn"],
  recognises: named(LAYOUTS.debit.fileName),
  delimiter: LAYOUTS.debit.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.debit.header,
  schema: z.object({
    siret: siret({ optional: true, optionalColumn: true }).meta({
      description: "Établissement",
      unit: "identifiant",
      since: "2025-12",
    }),
    num_cpte: text({ optional: false }).meta({
      description: "Compte administratif Urssaf",
      unit: "identifiant",
    }),
    etat_cpte: looseInteger().meta({
      description: "État du compte : 1 actif, 2 suspendu, 3 radié",
      unit: "code",
    }),
    cd_pro_col: text().meta({
      description:
        "Procédure collective : 0 ou vide aucune, 1 en cours, 2 plan de redressement, 9 sans dette",
      unit: "code",
    }),
    periode: urssafPeriod().meta({ description: "Période de la dette", unit: "date" }),
    num_ecn: text({ optional: false }).meta({
      description: "Numéro de l’écart négatif",
      unit: "identifiant",
    }),
    num_hist_ecn: looseInteger().meta({
      description: "Rang de l’opération sur l’écart négatif : la dernière fait foi",
      unit: "nombre",
    }),
    dt_trt_ecn: urssafDate().meta({
      description: "Jour où l’opération a été constatée",
      unit: "date",
    }),
    mt_po: centimes().meta({
      description:
        "Part ouvrière (salariale) de la dette, sans pénalités ni majorations ; reçue en centimes",
      unit: "€",
    }),
    mt_pp: centimes().meta({
      description: "Part patronale de la dette, sans pénalités ni majorations ; reçue en centimes",
      unit: "€",
    }),
    cd_op_ecn: text().meta({
      description:
        "Opération : 1 mise en recouvrement, 2 paiement, 3 admission en non-valeur, 4 remise de majoration, 5 abandon de solde, 11 à 15 leur annulation",
      unit: "code",
    }),
    motif_ecn: text().meta({ description: "Motif de l’écart négatif, de 0 à 27", unit: "code" }),
    recours_en_cours: flag().meta({ description: "Un recours est en cours", unit: "oui/non" }),
  }),
  siren: "left(siret, 9)",
  account: { number: "num_cpte", date: "periode.debut" },
  derived: [
    {
      column: "periode_prise_en_compte",
      type: "DATE",
      description: "Mois où l’opération est prise en compte : le suivant après le 20",
      unit: "date",
      sql: `CASE WHEN day(dt_trt_ecn) <= ${LAST_DAY} THEN date_trunc('month', dt_trt_ecn)
        ELSE date_trunc('month', dt_trt_ecn) + INTERVAL 1 MONTH END`,
    },
    {
      column: "debit_id",
      type: "VARCHAR",
      description: "Dette : SIRET, période et numéro d’écart négatif",
      unit: "identifiant",
      sql: `siret || ${dayNumber("periode_debut")} || ${dayNumber("periode_fin")} || num_ecn`,
    },
  ],
  period: "periode_prise_en_compte",
};

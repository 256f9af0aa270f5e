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

/** Changes of the debts, penalties and late surcharges excluded (§1.2). */
export const debit: Source = {
  name: "debit",
  title: "Urssaf, débits (écarts négatifs)",
  recognises: named(LAYOUTS.debit.fileName),
  delimiter: LAYOUTS.debit.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.debit.header,
  schema: z.object({
    siret: siret({ optional: true, optionalColumn: true }).meta({ description: "Établissement" }),
    num_cpte: text({ optional: false }).meta({ description: "Compte administratif Urssaf" }),
    etat_cpte: looseInteger().meta({ description: "1 actif, 2 suspendu, 3 radié" }),
    cd_pro_col: text().meta({
      description: "0 aucune procédure, 1 en cours, 2 plan de redressement, 9 sans dette",
    }),
    periode: urssafPeriod().meta({ description: "Période de la dette, fin exclue" }),
    num_ecn: text({ optional: false }).meta({ description: "Numéro de l’écart négatif" }),
    num_hist_ecn: looseInteger().meta({
      description: "Rang de l’opération sur l’écart négatif : la dernière fait foi",
    }),
    dt_trt_ecn: urssafDate().meta({ description: "Date de traitement" }),
    mt_po: centimes().meta({ description: "Part ouvrière, reçue en centimes, en euros" }),
    mt_pp: centimes().meta({ description: "Part patronale, reçue en centimes, en euros" }),
    cd_op_ecn: text().meta({ description: "Code opération : 1 mise en recouvrement, 2 paiement…" }),
    motif_ecn: text().meta({ description: "Motif de l’écart négatif" }),
    recours_en_cours: flag().meta({ description: "Recours en cours" }),
  }),
  siren: "left(siret, 9)",
  account: { number: "num_cpte", date: "periode.debut" },
  derived: [
    {
      column: "periode_prise_en_compte",
      type: "DATE",
      sql: `CASE WHEN day(dt_trt_ecn) <= ${LAST_DAY} THEN date_trunc('month', dt_trt_ecn)
        ELSE date_trunc('month', dt_trt_ecn) + INTERVAL 1 MONTH END`,
    },
    {
      column: "debit_id",
      type: "VARCHAR",
      sql: "siret || strftime(periode_debut, '%Y%m%d') || strftime(periode_fin, '%Y%m%d') || num_ecn",
    },
  ],
  period: "periode_prise_en_compte",
};

import { z } from "zod";
import { euro } from "../fields/amount.js";
import { isoDate } from "../fields/date.js";
import { siret } from "../fields/identifier.js";
import { looseInteger } from "../fields/number.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Codes 6 and 7 occur without a known meaning; others are an error (§1.4). */
const LAST_MOTIVE = 7;

/** Requests of activité partielle (§1.4). */
export const apdemande: Source = {
  name: "apdemande",
  title: "DARES, demandes d’activité partielle",
  recognises: named(LAYOUTS.apdemande.fileName),
  delimiter: LAYOUTS.apdemande.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.apdemande.header,
  schema: z.object({
    id_da: text({ optional: false }).meta({ description: "Numéro de la demande" }),
    etab_siret: siret().meta({ description: "Établissement" }),
    eff_ent: looseInteger({ optional: true }).meta({ description: "Effectif de l’entreprise" }),
    eff_etab: looseInteger({ optional: true }).meta({ description: "Effectif de l’établissement" }),
    date_statut: isoDate({ optional: true }).meta({ description: "Date du statut" }),
    date_deb: isoDate().meta({ description: "Premier jour demandé" }),
    date_fin: isoDate().meta({ description: "Dernier jour demandé" }),
    hta: euro({ optional: true }).meta({ description: "Heures autorisées en tout" }),
    mta: euro({ optional: true }).meta({ description: "Montant autorisé en tout, en euros" }),
    eff_auto: looseInteger({ optional: true }).meta({ description: "Effectif autorisé" }),
    motif_recours_se: looseInteger({ minimum: 1, maximum: LAST_MOTIVE }).meta({
      description: "Motif de recours",
    }),
    perimetre_ap: looseInteger({ optional: true }).meta({
      description: "1, 2 réduction de tout ou partie ; 3, 4 fermeture de tout ou partie",
    }),
    s_heure_consom_tot: euro({ optional: true }).meta({ description: "Heures consommées" }),
    s_eff_consom_tot: looseInteger({ optional: true }).meta({ description: "Effectif consommé" }),
    s_montant_consom_tot: euro({ optional: true }).meta({
      description: "Montant consommé, en euros",
    }),
    recours_anterieur: text({ optionalColumn: true }).meta({
      description: "1 aucun recours en trois ans, 2 au moins un, 3 inconnu",
    }),
  }),
  siren: "left(etab_siret, 9)",
  period: "date_deb",
};

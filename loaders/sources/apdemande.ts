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
  kind: "stock",
  key: ["id_da"],
  recognises: named(LAYOUTS.apdemande.fileName),
  delimiter: LAYOUTS.apdemande.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.apdemande.header,
  schema: z.object({
    id_da: text({ optional: false }).meta({
      description: "Numéro de la demande",
      unit: "identifiant",
    }),
    etab_siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    eff_ent: looseInteger({ optional: true }).meta({
      description: "Effectif de l’entreprise",
      unit: "salariés",
    }),
    eff_etab: looseInteger({ optional: true }).meta({
      description: "Effectif de l’établissement",
      unit: "salariés",
    }),
    date_statut: isoDate({ optional: true }).meta({
      description: "Création ou dernière mise à jour de la demande",
      unit: "date",
    }),
    date_deb: isoDate().meta({ description: "Premier jour de la période autorisée", unit: "date" }),
    date_fin: isoDate().meta({ description: "Dernier jour de la période autorisée", unit: "date" }),
    hta: euro({ optional: true }).meta({
      description: "Heures autorisées sur toute la période",
      unit: "heures",
    }),
    mta: euro({ optional: true }).meta({
      description: "Montant autorisé sur toute la période",
      unit: "€",
    }),
    eff_auto: looseInteger({ optional: true }).meta({
      description: "Salariés autorisés",
      unit: "salariés",
    }),
    motif_recours_se: looseInteger({ minimum: 1, maximum: LAST_MOTIVE }).meta({
      description:
        "Motif : 1 conjoncture, 2 approvisionnement, 3 sinistre ou intempéries, 4 transformation, 5 autres circonstances ; 6 et 7 inconnus",
      unit: "code",
    }),
    perimetre_ap: looseInteger({ optional: true }).meta({
      description:
        "1 et 2 : réduction de tout ou partie de l’établissement ; 3 et 4 : fermeture de tout ou partie",
      unit: "code",
    }),
    s_heure_consom_tot: euro({ optional: true }).meta({
      description: "Heures consommées sur toute la demande",
      unit: "heures",
    }),
    s_eff_consom_tot: looseInteger({ optional: true }).meta({
      description: "Salariés concernés sur toute la demande",
      unit: "salariés",
    }),
    s_montant_consom_tot: euro({ optional: true }).meta({
      description: "Montant consommé sur toute la demande",
      unit: "€",
    }),
    recours_anterieur: text({ optionalColumn: true }).meta({
      description: "1 aucun recours en trois ans, 2 au moins un, 3 inconnu",
      unit: "code",
    }),
  }),
  siren: "left(etab_siret, 9)",
  period: "date_deb",
  ahead: true,
};

import { z } from "zod";
import { namedMonthDate } from "../fields/date.js";
import { spacedSiren } from "../fields/identifier.js";
import { looseInteger, real } from "../fields/number.js";
import { text } from "../fields/text.js";
import type { Source } from "./source.js";

const ratio = () => real({ optional: true });

/** Banque de France ratios, in percent and days; no longer sent, still in older models (§1.6). */
export const bdf: Source = {
  name: "bdf",
  title: "Banque de France, ratios (source retirée)",
  kind: "flow",
  key: ["d1", "arrete_bilan"],
  since: "2014-01",
  until: "2025-06",
  recognises: (name) => /^bdf.*\.csv$/i.test(name),
  delimiter: ";",
  quotes: "lazy",
  ignored: ["CP", "REGION"],
  schema: z.object({
    d1: spacedSiren().meta({ description: "Entreprise", unit: "identifiant" }),
    annee: looseInteger().meta({ description: "Exercice", unit: "année" }),
    arrete_bilan: namedMonthDate().meta({ description: "Clôture de l’exercice", unit: "date" }),
    denom: text().meta({ description: "Raison sociale", unit: "—" }),
    secteur: text().meta({ description: "Secteur d’activité, en clair", unit: "—" }),
    poids_frng: ratio().meta({
      description: "Fonds de roulement net global ÷ chiffre d’affaires",
      unit: "%",
    }),
    tx_marge: ratio().meta({
      description: "Excédent brut d’exploitation ÷ valeur ajoutée",
      unit: "%",
    }),
    delai_frs: ratio().meta({
      description: "360 × dettes aux fournisseurs ÷ achats hors taxes",
      unit: "jours",
    }),
    poids_dfisc_soc: ratio().meta({
      description: "Dettes fiscales et sociales ÷ valeur ajoutée",
      unit: "%",
    }),
    poids_fin_ct: ratio().meta({
      description: "Concours bancaires courants ÷ chiffre d’affaires hors taxes",
      unit: "%",
    }),
    poids_frais_fin: ratio().meta({
      description: "Frais financiers ÷ excédent brut d’exploitation corrigé du hors exploitation",
      unit: "%",
    }),
  }),
  siren: "d1",
  period: "arrete_bilan",
};

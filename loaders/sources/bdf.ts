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
  recognises: (name) => /^bdf.*\.csv$/i.test(name),
  delimiter: ";",
  quotes: "lazy",
  ignored: ["CP", "REGION"],
  schema: z.object({
    d1: spacedSiren().meta({ description: "Entreprise" }),
    annee: looseInteger().meta({ description: "Exercice" }),
    arrete_bilan: namedMonthDate().meta({ description: "Clôture de l’exercice" }),
    denom: text().meta({ description: "Raison sociale" }),
    secteur: text().meta({ description: "Secteur" }),
    poids_frng: ratio().meta({ description: "Fonds de roulement sur chiffre d’affaires, en %" }),
    tx_marge: ratio().meta({ description: "Taux de marge, en %" }),
    delai_frs: ratio().meta({ description: "Délai de paiement des fournisseurs, en jours" }),
    poids_dfisc_soc: ratio().meta({
      description: "Dettes fiscales et sociales sur valeur ajoutée, en %",
    }),
    poids_fin_ct: ratio().meta({ description: "Concours bancaires sur chiffre d’affaires, en %" }),
    poids_frais_fin: ratio().meta({ description: "Poids des frais financiers, en %" }),
  }),
  siren: "d1",
  period: "arrete_bilan",
};

import { z } from "zod";
import { euro } from "../fields/amount.js";
import { compactDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import { real } from "../fields/number.js";
import { code } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

const amount = () => euro({ optional: true });
const ratio = () => real({ optional: true });

/** Financial ratios of published accounts, open data of the INPI (§1.6). */
export const ratiosInpi: Source = {
  name: "ratios_inpi",
  title: "INPI et Banque de France, ratios financiers (données ouvertes)",
  recognises: named(LAYOUTS.ratios_inpi.fileName),
  delimiter: LAYOUTS.ratios_inpi.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.ratios_inpi.header,
  schema: z.object({
    siren: siren().meta({ description: "Entreprise" }),
    date_cloture_exercice: compactDate().meta({ description: "Clôture de l’exercice" }),
    chiffre_d_affaires: amount().meta({ description: "Chiffre d’affaires, en euros" }),
    marge_brute: amount().meta({ description: "Marge brute, en euros" }),
    ebe: amount().meta({ description: "Excédent brut d’exploitation, en euros" }),
    ebit: amount().meta({ description: "Résultat d’exploitation, en euros" }),
    resultat_net: amount().meta({ description: "Résultat net, en euros" }),
    taux_d_endettement: ratio(),
    ratio_de_liquidite: ratio(),
    ratio_de_vetuste: ratio(),
    autonomie_financiere: ratio(),
    poids_bfr_exploitation_sur_ca: ratio(),
    couverture_des_interets: ratio(),
    caf_sur_ca: ratio(),
    capacite_de_remboursement: ratio(),
    marge_ebe: ratio(),
    resultat_courant_avant_impots_sur_ca: ratio(),
    poids_bfr_exploitation_sur_ca_jours: ratio(),
    rotation_des_stocks_jours: ratio(),
    credit_clients_jours: ratio(),
    credit_fournisseurs_jours: ratio(),
    type_bilan: code(["K", "C", "S"]).meta({
      description: "K consolidé, C complet, S simplifié",
    }),
  }),
  siren: "siren",
  period: "date_cloture_exercice",
};

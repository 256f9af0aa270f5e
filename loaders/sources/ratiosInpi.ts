import { z } from "zod";
import { financialRatio, type GivenRatio } from "../../src/lib/ratios.js";
import { euro } from "../fields/amount.js";
import { compactDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import { real } from "../fields/number.js";
import { code, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

const amount = () => euro({ optional: true });
const ratio = (id: GivenRatio) => {
  const { definition: description, unit } = financialRatio(id);
  return real({ optional: true }).meta({ description, unit });
};

/** Financial ratios of published accounts, open data of the INPI (§1.6). */
export const ratiosInpi: Source = {
  name: "ratios_inpi",
  title: "INPI et Banque de France, ratios financiers (données ouvertes)",
  kind: "stock",
  key: ["siren", "date_cloture_exercice", "type_bilan"],
  recognises: named(LAYOUTS.ratios_inpi.fileName),
  delimiter: LAYOUTS.ratios_inpi.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.ratios_inpi.header,
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    date_cloture_exercice: compactDate().meta({
      description: "Clôture de l’exercice",
      unit: "date",
    }),
    chiffre_d_affaires: euro({ optional: true, minimum: 0 }).meta({
      description: "Chiffre d’affaires",
      unit: "€",
    }),
    marge_brute: amount().meta({ description: "Marge brute", unit: "€" }),
    ebe: amount().meta({ description: "Excédent brut d’exploitation", unit: "€" }),
    ebit: amount().meta({ description: "Résultat d’exploitation", unit: "€" }),
    resultat_net: amount().meta({ description: "Résultat net", unit: "€" }),
    taux_d_endettement: ratio("taux_d_endettement"),
    ratio_de_liquidite: ratio("ratio_de_liquidite"),
    ratio_de_vetuste: ratio("ratio_de_vetuste"),
    autonomie_financiere: ratio("autonomie_financiere"),
    poids_bfr_exploitation_sur_ca: ratio("poids_bfr_exploitation_sur_ca"),
    couverture_des_interets: ratio("couverture_des_interets"),
    caf_sur_ca: ratio("caf_sur_ca"),
    capacite_de_remboursement: ratio("capacite_de_remboursement"),
    marge_ebe: ratio("marge_ebe"),
    resultat_courant_avant_impots_sur_ca: ratio("resultat_courant_avant_impots_sur_ca"),
    poids_bfr_exploitation_sur_ca_jours: ratio("poids_bfr_exploitation_sur_ca_jours"),
    rotation_des_stocks_jours: ratio("rotation_des_stocks_jours"),
    credit_clients_jours: ratio("credit_clients_jours"),
    credit_fournisseurs_jours: ratio("credit_fournisseurs_jours"),
    type_bilan: code(["K", "C", "S"]).meta({
      description: "Comptes : K consolidés, C complets, S simplifiés",
      unit: "code",
    }),
    confidentiality: text({ optionalColumn: true }).meta({
      description: "Comptes publics, ou confidentiels en tout ou partie",
      unit: "code",
      since: "2024-03",
    }),
  }),
  siren: "siren",
  period: "date_cloture_exercice",
};

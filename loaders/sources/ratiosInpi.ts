import { z } from "zod";
import { euro } from "../fields/amount.js";
import { compactDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import { real } from "../fields/number.js";
import { code, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

const amount = () => euro({ optional: true });
/** Units of data.economie.gouv.fr, which says « en % » of shares and « en jours » of durations. */
const ratio = (description: string, unit: "%" | "jours" | "année" = "%") =>
  real({ optional: true }).meta({ description, unit });

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
    taux_d_endettement: ratio("Dettes financières ÷ capitaux propres"),
    ratio_de_liquidite: ratio("Actif circulant ÷ dettes à court terme"),
    ratio_de_vetuste: ratio("Amortissements ÷ immobilisations corporelles brutes"),
    autonomie_financiere: ratio("Capitaux propres ÷ total du bilan"),
    poids_bfr_exploitation_sur_ca: ratio(
      "Besoin en fonds de roulement d’exploitation ÷ chiffre d’affaires",
    ),
    couverture_des_interets: ratio("Charges d’intérêts ÷ excédent brut d’exploitation"),
    caf_sur_ca: ratio("Capacité d’autofinancement ÷ chiffre d’affaires"),
    capacite_de_remboursement: ratio(
      "Dettes financières ÷ capacité d’autofinancement, en exercices",
      "année",
    ),
    marge_ebe: ratio("Excédent brut d’exploitation ÷ chiffre d’affaires"),
    resultat_courant_avant_impots_sur_ca: ratio(
      "Résultat courant avant impôts ÷ chiffre d’affaires",
    ),
    poids_bfr_exploitation_sur_ca_jours: ratio(
      "Besoin en fonds de roulement d’exploitation, en jours de chiffre d’affaires",
      "jours",
    ),
    rotation_des_stocks_jours: ratio("Durée moyenne de stockage", "jours"),
    credit_clients_jours: ratio("Délai moyen de règlement des clients", "jours"),
    credit_fournisseurs_jours: ratio("Délai moyen de règlement des fournisseurs", "jours"),
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

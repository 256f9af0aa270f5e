import { z } from "zod";
import { euro } from "../fields/amount.js";
import { eitherDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import { looseInteger } from "../fields/number.js";
import { shapedText, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import type { Source } from "./source.js";

/** Lateness counts up to 180 days, what code 000 stands for (§1.6). */
const LATEST = 180;

const share = (days: number) =>
  looseInteger({ optional: true, minimum: 0, maximum: 100 }).meta({
    description: `Part des paiements en retard de plus de ${days} jours (FPI ${days})`,
    unit: "%",
  });

/** Payment delays by Altares, second layout: the whole stock in one file (§1.6). */
export const paydexStock: Source = {
  name: "paydex_stock",
  title: "Altares, retards de paiement, stock (source retirée)",
  kind: "stock",
  key: ["siren", "date_valeur"],
  until: "2025-09",
  recognises: (name) => /^paydex[-_]stock.*\.csv$/i.test(name),
  delimiter: LAYOUTS.paydex_stock.delimiter,
  quotes: "lazy",
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    etat_organisation: text().meta({ description: "État de l’entreprise, en clair", unit: "code" }),
    code_paydex: shapedText(/[0-9]{3}/, "n’est pas un code Paydex (3 chiffres)", {
      optional: true,
    }).meta({
      description:
        "Code Paydex : 000 pour 180 jours de retard, 050 pour 30 jours, 080 et plus sans retard",
      unit: "code",
    }),
    paydex: text().meta({ description: "Libellé du code Paydex", unit: "—" }),
    nbr_jrs_retard: looseInteger({ optional: true, minimum: 0, maximum: LATEST }).meta({
      description: "Retard moyen de paiement des fournisseurs",
      unit: "jours",
    }),
    nbr_fournisseurs: looseInteger({ optional: true, minimum: 0 }).meta({
      description: "Fournisseurs dont les factures sont étudiées",
      unit: "nombre",
    }),
    encours_etudies: euro({ optional: true, minimum: 0 }).meta({
      description: "Montant des factures étudiées",
      unit: "€",
    }),
    nbr_experiences_paiement: looseInteger({ lenient: true, minimum: 0 }).meta({
      description: "Paiements étudiés",
      unit: "nombre",
    }),
    note100_alerteur_plus_30: share(30),
    note100_alerteur_plus_90_jours: share(90),
    date_valeur: eitherDate().meta({ description: "Date de valeur de la note", unit: "date" }),
  }),
  siren: "siren",
  period: "date_valeur",
};

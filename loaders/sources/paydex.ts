import { z } from "zod";
import { slashedDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import { looseInteger } from "../fields/number.js";
import { text } from "../fields/text.js";
import type { Source } from "./source.js";

/** Payment delays by Altares, first layout; no longer sent since September 2025 (§1.6). */
export const paydex: Source = {
  name: "paydex",
  title: "Altares, retards de paiement (source retirée)",
  kind: "flow",
  key: ["siren", "date_valeur"],
  until: "2025-09",
  recognises: (name) => /^E_[0-9]{12}_Retro-Paydex_[0-9]{8}\.csv$/i.test(name),
  delimiter: ";",
  quotes: "lazy",
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    nb_jours: looseInteger().meta({
      description: "Retard moyen de paiement des fournisseurs",
      unit: "jours",
    }),
    nb_jours_lib: text({ optionalColumn: true }).meta({
      description: "Retard moyen, en clair",
      unit: "—",
    }),
    date_valeur: slashedDate().meta({ description: "Date de valeur de la note", unit: "date" }),
  }),
  siren: "siren",
  period: "date_valeur",
};

import { z } from "zod";
import { siren } from "../fields/identifier.js";
import type { Source } from "./source.js";

/** A given perimeter: one column of SIREN (§1.7). */
export const filter: Source = {
  name: "filter",
  title: "Périmètre donné",
  kind: "stock",
  key: ["siren"],
  recognises: (name) => /^filter.*\.csv$/i.test(name),
  delimiter: ";",
  quotes: "lazy",
  schema: z.object({
    siren: siren().meta({ description: "Entreprise du périmètre", unit: "identifiant" }),
  }),
};

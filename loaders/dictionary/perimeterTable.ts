import type { DictionaryTable } from "../../src/lib/dictionary/dictionary.js";
import { filter } from "../sources/filter.js";

const NO_BOUND = { since: null, minimum: null, maximum: null, values: null };

/**
 * The perimeter of a batch as its snapshot keeps it: given in a file, else computed from headcounts,
 * with the companies that were once in it (§1.7).
 */
export const PERIMETER_TABLE: DictionaryTable = {
  name: filter.name,
  title: "Périmètre du lot, donné ou calculé d’après les effectifs",
  producers: ["Signaux Faibles", "Urssaf"],
  kind: "computed",
  arrival: null,
  since: null,
  until: null,
  from: ["effectif_ent"],
  key: [...filter.key],
  refused: [],
  columns: [
    {
      ...{ name: "siren", type: "string", unit: "identifiant", description: "Entreprise" },
      ...{ nullable: false, ...NO_BOUND, pattern: "[0-9]{9}" },
    },
    {
      ...{ name: "suivie", type: "boolean", unit: "oui/non", nullable: false },
      description: "L’entreprise est dans le périmètre ; sinon elle y a été",
      ...{ ...NO_BOUND, pattern: null },
    },
  ],
};

import type { SpecTerm } from "../../src/lib/fit/spec.js";

/** Sectors gathered as the Banque de France does to follow insolvencies; trade is the reference. */
export const SECTORS: SpecTerm = {
  feature: "section",
  as: "levels",
  reference: "commerce",
  levels: [
    { name: "industrie", label: "Industrie", values: ["B", "C", "D", "E"] },
    { name: "construction", label: "Construction", values: ["F"] },
    { name: "transports", label: "Transports et entreposage", values: ["H"] },
    { name: "hebergement", label: "Hébergement et restauration", values: ["I"] },
    {
      name: "services_entreprises",
      label: "Services aux entreprises, information, immobilier",
      values: ["J", "K", "L", "M", "N"],
    },
    {
      name: "autres",
      label: "Agriculture, enseignement, santé et services aux ménages",
      values: ["A", "O", "P", "Q", "R", "S", "T", "U"],
    },
  ],
};

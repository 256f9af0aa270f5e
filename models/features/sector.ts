import { sectionOfApeSql } from "../../src/lib/sections.js";
import type { Family } from "./variable.js";

const CODE = "activite_principale";
/** Lengths of `43.21A` that make the division, the group and the class of the NAF rév. 2. */
const LEVELS = [
  { name: "code_ape_niveau2", label: "Division d’activité (NAF rév. 2)", length: 2 },
  { name: "code_ape_niveau3", label: "Groupe d’activité (NAF rév. 2)", length: 4 },
  { name: "code_ape_niveau4", label: "Classe d’activité (NAF rév. 2)", length: 5 },
] as const;

const CITATION = "INSEE, Sirene : activité principale de l’unité légale, à la date du lot";
const MISSING = "unité légale inconnue ou activité hors nomenclature";

/** Activity of the company, as the register has it today. */
export const sector: Family = {
  table: "f_secteur",
  key: "siren",
  query: `
    WITH activites AS (
      SELECT siren, ${sectionOfApeSql(CODE)} AS section, ${CODE}
      FROM clean_sirene_ul SEMI JOIN clean_historique USING (siren)
    )
    SELECT siren, section,
      ${LEVELS.map(({ name, length }) => `left(${CODE}, ${length}) AS ${name}`).join(", ")}
    FROM activites WHERE section IS NOT NULL`,
  variables: [
    {
      name: "section",
      label: "Section d’activité (NAF rév. 2)",
      unit: "",
      group: "profil",
      kind: "category",
      citation: CITATION,
      missing: MISSING,
    },
    ...LEVELS.map(({ name, label }) => ({
      name,
      label,
      unit: "",
      group: "profil" as const,
      kind: "category" as const,
      citation: CITATION,
      missing: MISSING,
    })),
  ],
};

import { sectionOfApeSql } from "../../src/lib/sections.js";
import { regionOfDepartementSql } from "../geography.js";
import type { CleanTable } from "./table.js";

/** Establishments of the stock, whole: it is not filtered by the perimeter (§1.5). */
export const cleanSirene: CleanTable = {
  name: "clean_sirene",
  query: () => `SELECT siren, siret, coalesce(etablissementSiege, false) AS siege,
      codeCommuneEtablissement AS code_commune, departement,
      ${regionOfDepartementSql("departement")} AS region,
      activitePrincipaleEtablissement AS ape,
      ${sectionOfApeSql("activitePrincipaleEtablissement")} AS naf_section,
      dateCreationEtablissement AS date_creation, longitude, latitude, est_actif
    FROM (SELECT *, row_number() OVER () AS line FROM sirene)
    QUALIFY row_number() OVER (PARTITION BY siret ORDER BY line DESC) = 1`,
  key: ["siret"],
  period: "date_creation",
};

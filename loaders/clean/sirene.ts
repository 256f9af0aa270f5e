import { sectionOfApeSql } from "../../src/lib/sections.js";
import { regionOfDepartementSql } from "../geography.js";
import type { CleanTable } from "./table.js";

/** Establishments of the stock, whole: it is not filtered by the perimeter (§1.5). */
export const cleanSirene: CleanTable = {
  name: "clean_sirene",
  title: "Établissements du répertoire Sirene",
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
  columns: {
    siren: { description: "Entreprise", unit: "identifiant" },
    siret: { description: "Établissement", unit: "identifiant" },
    siege: { description: "L’établissement est le siège de l’entreprise", unit: "oui/non" },
    code_commune: {
      description: "Commune (code officiel géographique)",
      unit: "code",
      nullable: true,
    },
    departement: {
      description: "Département (code officiel géographique)",
      unit: "code",
      nullable: true,
    },
    region: { description: "Région (code officiel géographique)", unit: "code", nullable: true },
    ape: { description: "Activité principale, NAF rév. 2", unit: "code", nullable: true },
    naf_section: { description: "Section de la NAF rév. 2", unit: "code", nullable: true },
    date_creation: { description: "Création de l’établissement", unit: "date", nullable: true },
    longitude: { description: "Longitude (WGS 84)", unit: "degrés", nullable: true },
    latitude: { description: "Latitude (WGS 84)", unit: "degrés", nullable: true },
    est_actif: { description: "L’établissement est actif", unit: "oui/non" },
  },
};

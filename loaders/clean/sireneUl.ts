import type { CleanTable } from "./table.js";

/** Name of a sole trader (§1.5). */
const SOLE_TRADER = `concat_ws(' ', nomUniteLegale, prenom1UniteLegale, prenom2UniteLegale,
  prenom3UniteLegale, prenom4UniteLegale, 'EI')`;

/** Legal units, whole: the stock is not filtered by the perimeter (§1.5). */
export const cleanSireneUl: CleanTable = {
  name: "clean_sirene_ul",
  query: () => `SELECT siren,
      coalesce(denominationUniteLegale, CASE WHEN nomUniteLegale IS NOT NULL THEN ${SOLE_TRADER} END) AS raison_sociale,
      categorieJuridiqueUniteLegale AS categorie_juridique,
      activitePrincipaleUniteLegale AS activite_principale,
      activitePrincipaleNAF25UniteLegale AS activite_principale_naf25,
      sigleUniteLegale AS sigle, categorieEntreprise AS categorie_entreprise,
      trancheEffectifsUniteLegale AS tranche_effectif,
      dateCreationUniteLegale AS date_creation,
      siren || nicSiegeUniteLegale AS siret_siege,
      coalesce(etatAdministratifUniteLegale = 'A', false) AS est_actif
    FROM (SELECT *, row_number() OVER () AS line FROM sirene_ul)
    QUALIFY row_number() OVER (PARTITION BY siren ORDER BY line DESC) = 1`,
  key: ["siren"],
  period: "date_creation",
};

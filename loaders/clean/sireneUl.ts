import type { CleanTable } from "./table.js";

/** Name of a sole trader (§1.5). */
const SOLE_TRADER = `concat_ws(' ', nomUniteLegale, prenom1UniteLegale, prenom2UniteLegale,
  prenom3UniteLegale, prenom4UniteLegale, 'EI')`;

/** Legal units, whole: the stock is not filtered by the perimeter (§1.5). */
export const cleanSireneUl: CleanTable = {
  name: "clean_sirene_ul",
  title: "Unités légales du répertoire Sirene",
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
  columns: {
    siren: { description: "Entreprise", unit: "identifiant" },
    raison_sociale: {
      description: "Raison sociale, ou nom d’une personne physique suivi de « EI »",
      unit: "—",
      nullable: true,
    },
    categorie_juridique: {
      description: "Catégorie juridique (INSEE, niveau III)",
      unit: "code",
      nullable: true,
    },
    activite_principale: {
      description: "Activité principale, NAF rév. 2",
      unit: "code",
      nullable: true,
    },
    activite_principale_naf25: {
      description: "Activité principale, NAF 2025",
      unit: "code",
      nullable: true,
      since: "2026-05",
    },
    sigle: { description: "Sigle", unit: "—", nullable: true },
    categorie_entreprise: {
      description: "Catégorie : PME, ETI ou GE",
      unit: "code",
      nullable: true,
    },
    tranche_effectif: { description: "Tranche d’effectif (INSEE)", unit: "code", nullable: true },
    date_creation: { description: "Création de l’unité légale", unit: "date", nullable: true },
    siret_siege: { description: "Établissement siège", unit: "identifiant", nullable: true },
    est_actif: { description: "L’unité légale est active", unit: "oui/non" },
  },
};

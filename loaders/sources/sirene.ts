import { z } from "zod";
import { isoDate, isoMoment } from "../fields/date.js";
import { ape, nic, siren } from "../fields/identifier.js";
import { flag, real } from "../fields/number.js";
import { expanded, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";
import { STREETS } from "./streets.js";

/** Département of a commune: two characters, three overseas (`971`…`988`). */
const DEPARTEMENT = `CASE WHEN left(codeCommuneEtablissement, 2) IN ('97', '98')
  THEN left(codeCommuneEtablissement, 3) ELSE left(codeCommuneEtablissement, 2) END`;

/** Geocoded stock of establishments, not filtered by the perimeter (§1.5). */
export const sirene: Source = {
  name: "sirene",
  title: "INSEE, établissements géolocalisés",
  recognises: named(LAYOUTS.sirene.fileName),
  delimiter: LAYOUTS.sirene.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.sirene.header,
  schema: z.object({
    siren: siren().meta({ description: "Entreprise" }),
    nic: nic().meta({ description: "Numéro interne de classement" }),
    etablissementSiege: flag({ optional: true }).meta({ description: "Siège de l’entreprise" }),
    dateCreationEtablissement: isoDate({ lenient: true }).meta({ description: "Création" }),
    dateDernierTraitementEtablissement: isoMoment({ lenient: true, optionalColumn: true }).meta({
      description: "Dernière mise à jour par l’INSEE",
    }),
    complementAdresseEtablissement: text({ optionalColumn: true }),
    numeroVoieEtablissement: text({ optionalColumn: true }),
    indiceRepetitionEtablissement: text({ optionalColumn: true }),
    typeVoieEtablissement: expanded(STREETS, { optionalColumn: true }),
    libelleVoieEtablissement: text({ optionalColumn: true }),
    codePostalEtablissement: text({ optionalColumn: true }),
    libelleCommuneEtablissement: text({ optionalColumn: true }),
    codeCommuneEtablissement: text().meta({ description: "Commune (COG)" }),
    libellePaysEtrangerEtablissement: text({ optionalColumn: true }),
    etatAdministratifEtablissement: text().meta({ description: "A actif, F fermé" }),
    activitePrincipaleEtablissement: ape({ lenient: true }).meta({ description: "APE" }),
    nomenclatureActivitePrincipaleEtablissement: text().meta({ description: "Nomenclature" }),
    longitude: real({ optional: true, optionalColumn: true }).meta({ description: "Longitude" }),
    latitude: real({ optional: true, optionalColumn: true }).meta({ description: "Latitude" }),
  }),
  skip: {
    sql: (cell) => `${cell("nomenclatureActivitePrincipaleEtablissement")} <> 'NAFRev2'`,
    reason: "nomenclature d’activité autre que la NAF rév. 2",
  },
  derived: [
    { column: "siret", type: "VARCHAR", sql: "siren || nic" },
    { column: "departement", type: "VARCHAR", sql: DEPARTEMENT },
    {
      column: "est_actif",
      type: "BOOLEAN",
      sql: "coalesce(etatAdministratifEtablissement = 'A', false)",
    },
  ],
  period: "dateDernierTraitementEtablissement",
};

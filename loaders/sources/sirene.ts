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
  kind: "stock",
  key: ["siret"],
  recognises: named(LAYOUTS.sirene.fileName),
  delimiter: LAYOUTS.sirene.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.sirene.header,
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    nic: nic().meta({
      description: "Numéro interne de classement : les cinq derniers chiffres du SIRET",
      unit: "identifiant",
    }),
    etablissementSiege: flag({ optional: true }).meta({
      description: "L’établissement est le siège de l’entreprise",
      unit: "oui/non",
    }),
    dateCreationEtablissement: isoDate({ lenient: true }).meta({
      description: "Création de l’établissement",
      unit: "date",
    }),
    dateDernierTraitementEtablissement: isoMoment({ lenient: true, optionalColumn: true }).meta({
      description: "Dernière mise à jour par l’INSEE",
      unit: "date",
    }),
    complementAdresseEtablissement: text({ optionalColumn: true }).meta({
      description: "Complément d’adresse",
      unit: "—",
    }),
    numeroVoieEtablissement: text({ optionalColumn: true }).meta({
      description: "Numéro dans la voie",
      unit: "—",
    }),
    indiceRepetitionEtablissement: text({ optionalColumn: true }).meta({
      description: "Indice de répétition dans la voie",
      unit: "—",
    }),
    typeVoieEtablissement: expanded(STREETS, { optionalColumn: true }).meta({
      description: "Type de voie, en toutes lettres",
      unit: "—",
    }),
    libelleVoieEtablissement: text({ optionalColumn: true }).meta({
      description: "Nom de la voie",
      unit: "—",
    }),
    codePostalEtablissement: text({ optionalColumn: true }).meta({
      description: "Code postal",
      unit: "code",
    }),
    libelleCommuneEtablissement: text({ optionalColumn: true }).meta({
      description: "Nom de la commune",
      unit: "—",
    }),
    codeCommuneEtablissement: text().meta({
      description: "Commune (code officiel géographique)",
      unit: "code",
    }),
    libellePaysEtrangerEtablissement: text({ optionalColumn: true }).meta({
      description: "Nom du pays, à l’étranger",
      unit: "—",
    }),
    etatAdministratifEtablissement: text().meta({
      description: "État : A actif, F fermé",
      unit: "code",
    }),
    activitePrincipaleEtablissement: ape({ lenient: true }).meta({
      description: "Activité principale, NAF rév. 2",
      unit: "code",
    }),
    nomenclatureActivitePrincipaleEtablissement: text().meta({
      description: "Nomenclature de l’activité",
      unit: "code",
    }),
    longitude: real({ optional: true, optionalColumn: true }).meta({
      description: "Longitude (WGS 84)",
      unit: "degrés",
    }),
    latitude: real({ optional: true, optionalColumn: true }).meta({
      description: "Latitude (WGS 84)",
      unit: "degrés",
    }),
  }),
  skip: {
    sql: (cell) => `${cell("nomenclatureActivitePrincipaleEtablissement")} <> 'NAFRev2'`,
    reason: "nomenclature d’activité autre que la NAF rév. 2",
    code: "naf-rev1",
  },
  derived: [
    {
      column: "siret",
      type: "VARCHAR",
      sql: "siren || nic",
      description: "Établissement",
      unit: "identifiant",
    },
    {
      column: "departement",
      type: "VARCHAR",
      sql: DEPARTEMENT,
      description: "Département, d’après la commune",
      unit: "code",
      nullable: true,
    },
    {
      column: "est_actif",
      type: "BOOLEAN",
      sql: "coalesce(etatAdministratifEtablissement = 'A', false)",
      description: "L’établissement est actif",
      unit: "oui/non",
    },
  ],
  period: "dateDernierTraitementEtablissement",
  commune: "codeCommuneEtablissement",
};

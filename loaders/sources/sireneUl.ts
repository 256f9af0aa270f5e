import { z } from "zod";
import { isoDate, isoMoment } from "../fields/date.js";
import { ape, siren } from "../fields/identifier.js";
import { shapedText, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

const optionalText = () => text({ optionalColumn: true });

/** Level III of the INSEE nomenclature, four digits. */
const legalCategory = () =>
  shapedText(/[0-9]{4}/, "n’est pas une catégorie juridique (4 chiffres)", { lenient: true });

/** Legal units, not filtered by the perimeter (§1.5). */
export const sireneUl: Source = {
  name: "sirene_ul",
  title: "INSEE, unités légales",
  kind: "stock",
  key: ["siren"],
  recognises: named(LAYOUTS.sirene_ul.fileName),
  delimiter: LAYOUTS.sirene_ul.delimiter,
  quotes: "strict",
  ignored: [...LAYOUTS.sirene_ul.header, "societeMissionUniteLegale"],
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    dateCreationUniteLegale: isoDate({ lenient: true }).meta({
      description: "Création de l’unité légale",
      unit: "date",
    }),
    sigleUniteLegale: optionalText().meta({ description: "Sigle", unit: "—" }),
    prenom1UniteLegale: text().meta({
      description: "Premier prénom d’une personne physique",
      unit: "—",
    }),
    prenom2UniteLegale: text().meta({
      description: "Deuxième prénom d’une personne physique",
      unit: "—",
    }),
    prenom3UniteLegale: text().meta({
      description: "Troisième prénom d’une personne physique",
      unit: "—",
    }),
    prenom4UniteLegale: text().meta({
      description: "Quatrième prénom d’une personne physique",
      unit: "—",
    }),
    trancheEffectifsUniteLegale: optionalText().meta({
      description: "Tranche d’effectif (INSEE)",
      unit: "code",
    }),
    dateDernierTraitementUniteLegale: isoMoment({ lenient: true, optionalColumn: true }).meta({
      description: "Dernière mise à jour par l’INSEE",
      unit: "date",
    }),
    categorieEntreprise: optionalText().meta({
      description: "Catégorie : PME, ETI ou GE",
      unit: "code",
    }),
    etatAdministratifUniteLegale: optionalText().meta({
      description: "État : A active, C cessée",
      unit: "code",
    }),
    nomUniteLegale: text().meta({
      description: "Nom de naissance d’une personne physique",
      unit: "—",
    }),
    nomUsageUniteLegale: text().meta({
      description: "Nom d’usage d’une personne physique",
      unit: "—",
    }),
    denominationUniteLegale: text().meta({
      description: "Raison sociale ; vide pour une personne physique",
      unit: "—",
    }),
    denominationUsuelle1UniteLegale: optionalText().meta({
      description: "Dénomination usuelle",
      unit: "—",
    }),
    categorieJuridiqueUniteLegale: legalCategory().meta({
      description: "Catégorie juridique (INSEE, niveau III)",
      unit: "code",
    }),
    activitePrincipaleUniteLegale: ape({ lenient: true }).meta({
      description: "Activité principale, NAF rév. 2",
      unit: "code",
    }),
    nomenclatureActivitePrincipaleUniteLegale: text().meta({
      description: "Nomenclature de l’activité",
      unit: "code",
    }),
    activitePrincipaleNAF25UniteLegale: ape({ lenient: true, optionalColumn: true }).meta({
      description: "Activité principale, NAF 2025",
      unit: "code",
      since: "2026-05",
    }),
    nicSiegeUniteLegale: optionalText().meta({
      description: "Numéro interne de classement du siège",
      unit: "identifiant",
    }),
    economieSocialeSolidaireUniteLegale: optionalText().meta({
      description: "Économie sociale et solidaire : O oui, N non",
      unit: "code",
    }),
    caractereEmployeurUniteLegale: optionalText().meta({
      description: "Employeur : O oui, N non",
      unit: "code",
    }),
  }),
  skip: {
    sql: (cell) => `${cell("nomenclatureActivitePrincipaleUniteLegale")} <> 'NAFRev2'`,
    reason: "nomenclature d’activité autre que la NAF rév. 2",
    code: "naf-rev1",
  },
  period: "dateDernierTraitementUniteLegale",
};

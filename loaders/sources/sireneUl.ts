import { z } from "zod";
import { isoDate, isoMoment } from "../fields/date.js";
import { ape, siren } from "../fields/identifier.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

const optionalText = () => text({ optionalColumn: true });

/** Legal units, not filtered by the perimeter (§1.5). */
export const sireneUl: Source = {
  name: "sirene_ul",
  title: "INSEE, unités légales",
  recognises: named(LAYOUTS.sirene_ul.fileName),
  delimiter: LAYOUTS.sirene_ul.delimiter,
  quotes: "strict",
  ignored: [...LAYOUTS.sirene_ul.header, "societeMissionUniteLegale"],
  schema: z.object({
    siren: siren().meta({ description: "Entreprise" }),
    dateCreationUniteLegale: isoDate({ lenient: true }).meta({ description: "Création" }),
    sigleUniteLegale: optionalText(),
    prenom1UniteLegale: text(),
    prenom2UniteLegale: text(),
    prenom3UniteLegale: text(),
    prenom4UniteLegale: text(),
    trancheEffectifsUniteLegale: optionalText(),
    dateDernierTraitementUniteLegale: isoMoment({ lenient: true, optionalColumn: true }).meta({
      description: "Dernière mise à jour par l’INSEE",
    }),
    categorieEntreprise: optionalText().meta({ description: "PME, ETI, GE" }),
    etatAdministratifUniteLegale: optionalText().meta({ description: "A active, C cessée" }),
    nomUniteLegale: text(),
    nomUsageUniteLegale: text(),
    denominationUniteLegale: text().meta({ description: "Raison sociale" }),
    denominationUsuelle1UniteLegale: optionalText(),
    categorieJuridiqueUniteLegale: text().meta({ description: "Catégorie juridique" }),
    activitePrincipaleUniteLegale: ape({ lenient: true }).meta({ description: "APE, NAF rév. 2" }),
    nomenclatureActivitePrincipaleUniteLegale: text().meta({ description: "Nomenclature" }),
    activitePrincipaleNAF25UniteLegale: ape({ lenient: true, optionalColumn: true }).meta({
      description: "Activité en NAF 2025, envoyée depuis mai 2026",
    }),
    nicSiegeUniteLegale: optionalText().meta({ description: "NIC du siège" }),
    economieSocialeSolidaireUniteLegale: optionalText(),
    caractereEmployeurUniteLegale: optionalText(),
  }),
  skip: {
    sql: (cell) => `${cell("nomenclatureActivitePrincipaleUniteLegale")} <> 'NAFRev2'`,
    reason: "nomenclature d’activité autre que la NAF rév. 2",
  },
  period: "dateDernierTraitementUniteLegale",
};

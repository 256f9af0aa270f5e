import { FileAttachment } from "observablehq:stdlib";

/** Page table of France and of each région, by the name of its page; read when chosen. Framework publishes the files that a source names one by one. */
export const TERRITORY_FILES = {
  FR: FileAttachment("../../data/territoires/FR.json"),
  "auvergne-rhone-alpes": FileAttachment("../../data/territoires/auvergne-rhone-alpes.json"),
  "bourgogne-franche-comte": FileAttachment("../../data/territoires/bourgogne-franche-comte.json"),
  bretagne: FileAttachment("../../data/territoires/bretagne.json"),
  "centre-val-de-loire": FileAttachment("../../data/territoires/centre-val-de-loire.json"),
  corse: FileAttachment("../../data/territoires/corse.json"),
  "grand-est": FileAttachment("../../data/territoires/grand-est.json"),
  guadeloupe: FileAttachment("../../data/territoires/guadeloupe.json"),
  guyane: FileAttachment("../../data/territoires/guyane.json"),
  "hauts-de-france": FileAttachment("../../data/territoires/hauts-de-france.json"),
  "ile-de-france": FileAttachment("../../data/territoires/ile-de-france.json"),
  "la-reunion": FileAttachment("../../data/territoires/la-reunion.json"),
  martinique: FileAttachment("../../data/territoires/martinique.json"),
  mayotte: FileAttachment("../../data/territoires/mayotte.json"),
  normandie: FileAttachment("../../data/territoires/normandie.json"),
  "nouvelle-aquitaine": FileAttachment("../../data/territoires/nouvelle-aquitaine.json"),
  occitanie: FileAttachment("../../data/territoires/occitanie.json"),
  "pays-de-la-loire": FileAttachment("../../data/territoires/pays-de-la-loire.json"),
  "provence-alpes-cote-d-azur": FileAttachment(
    "../../data/territoires/provence-alpes-cote-d-azur.json",
  ),
} as const;

import { FileAttachment } from "observablehq:stdlib";

/** Totals of France and of each région, by the name of its page; read when chosen. Framework publishes the files that a source names one by one. */
export const TOTALS_FILES = {
  FR: FileAttachment("../../data/totaux/FR.json"),
  guadeloupe: FileAttachment("../../data/totaux/guadeloupe.json"),
  martinique: FileAttachment("../../data/totaux/martinique.json"),
  guyane: FileAttachment("../../data/totaux/guyane.json"),
  "la-reunion": FileAttachment("../../data/totaux/la-reunion.json"),
  mayotte: FileAttachment("../../data/totaux/mayotte.json"),
  "ile-de-france": FileAttachment("../../data/totaux/ile-de-france.json"),
  "centre-val-de-loire": FileAttachment("../../data/totaux/centre-val-de-loire.json"),
  "bourgogne-franche-comte": FileAttachment("../../data/totaux/bourgogne-franche-comte.json"),
  normandie: FileAttachment("../../data/totaux/normandie.json"),
  "hauts-de-france": FileAttachment("../../data/totaux/hauts-de-france.json"),
  "grand-est": FileAttachment("../../data/totaux/grand-est.json"),
  "pays-de-la-loire": FileAttachment("../../data/totaux/pays-de-la-loire.json"),
  bretagne: FileAttachment("../../data/totaux/bretagne.json"),
  "nouvelle-aquitaine": FileAttachment("../../data/totaux/nouvelle-aquitaine.json"),
  occitanie: FileAttachment("../../data/totaux/occitanie.json"),
  "auvergne-rhone-alpes": FileAttachment("../../data/totaux/auvergne-rhone-alpes.json"),
  "provence-alpes-cote-d-azur": FileAttachment("../../data/totaux/provence-alpes-cote-d-azur.json"),
  corse: FileAttachment("../../data/totaux/corse.json"),
} as const;

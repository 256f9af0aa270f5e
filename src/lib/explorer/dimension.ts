/** What a published value is about, besides its indicator; the names are columns of the published files. */
export const DIMENSIONS = {
  periode: "Période",
  territoire: "Territoire",
  secteur: "Secteur",
  taille: "Taille",
  indicateur: "Indicateur",
} as const;

export type Dimension = keyof typeof DIMENSIONS;

export const DIMENSION_IDS = Object.keys(DIMENSIONS) as readonly Dimension[];

/** How a feature is asked for when its own scale is not that of a reader. */
export interface ReadAs {
  label: string;
  unit: string;
  /** Bounds and step of the field, in its unit. */
  min: number;
  max: number;
  step: number;
  toFeature: (shown: number) => number;
  toShown: (feature: number) => number;
}

const SHARE = {
  unit: "%",
  step: 1,
  toFeature: (percent: number) => percent / 100,
  toShown: (share: number) => 100 * share,
} as const;

/**
 * Logarithms and shares as readers know them (`termInWords` tells them the same way). Staff goes up to
 * the size of an « entreprise de taille intermédiaire » (décret n° 2008-1354, art. 3).
 */
export const READ_AS: Readonly<Record<string, ReadAs>> = {
  effectif_log: {
    ...{ label: "Effectif", unit: "salariés", min: 1, max: 1000, step: 1 },
    toFeature: Math.log,
    toShown: Math.exp,
  },
  effectif_variation_6m: {
    label: "Évolution de l’effectif sur 6 mois",
    min: -60,
    max: 60,
    ...SHARE,
  },
  effectif_variation_12m: {
    ...{ label: "Évolution de l’effectif sur 12 mois", min: -60, max: 60 },
    ...SHARE,
  },
  ratio_apart_ordinaire: {
    ...{ label: "Part de l’effectif en activité partielle", min: 0, max: 100 },
    ...SHARE,
  },
};

/**
 * Legal units out of the perimeter (§1.7): public bodies, teaching, finance, whose difficulties are
 * not those of companies. Codes of the INSEE nomenclatures; 64.20Z (holdings) stays in.
 */
export const EXCLUDED_CATEGORIES: readonly string[] = [
  "4110",
  "4120",
  "4140",
  "4160",
  "7210",
  "7220",
  "7346",
  "7348",
  "7366",
  "7373",
  "7379",
  "7383",
  "7389",
  "7410",
  "7430",
  "7470",
  "7490",
];

/** Whole divisions of the NAF rév. 2. */
export const EXCLUDED_DIVISIONS: readonly string[] = ["65", "66", "84", "99"];

export const EXCLUDED_ACTIVITIES: readonly string[] = [
  "64.11Z",
  "64.19Z",
  "64.30Z",
  "64.91Z",
  "64.92Z",
  "64.99Z",
  "85.10Z",
  "85.20Z",
  "85.31Z",
  "85.32Z",
  "85.41Z",
  "85.42Z",
  "94.11Z",
  "94.12Z",
  "94.20Z",
  "94.91Z",
  "94.92Z",
];

const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(", ");

/**
 * SQL: the SIREN of `sirene_ul` that the perimeter leaves out, by legal category, activity of the
 * legal unit, or head office absent or abroad when the stock of establishments is known.
 */
export const BLACKLIST = `SELECT siren FROM sirene_ul
  WHERE categorieJuridiqueUniteLegale IN (${list(EXCLUDED_CATEGORIES)})
    OR left(activitePrincipaleUniteLegale, 2) IN (${list(EXCLUDED_DIVISIONS)})
    OR activitePrincipaleUniteLegale IN (${list(EXCLUDED_ACTIVITIES)})
    OR (EXISTS (SELECT 1 FROM sirene) AND siren NOT IN (
      SELECT siren FROM sirene WHERE etablissementSiege AND departement IS NOT NULL))`;

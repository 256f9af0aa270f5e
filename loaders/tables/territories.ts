import type { Territory } from "../../src/lib/tables.js";
import { DEPARTEMENTS, REGIONS } from "../geography.js";
import { departementKey, FRANCE as FRANCE_KEY, regionKey } from "./layout.js";

/** A territory and its name in the cells (`layout.ts`). */
export interface PlacedTerritory {
  key: string;
  territory: Territory;
}

/** France, the total of the 18 régions. */
export const FRANCE: PlacedTerritory = {
  key: FRANCE_KEY,
  territory: { code: "FR", name: "France", slug: "france", level: "france", parent: null },
};

const { code, name, slug } = FRANCE.territory;

export const REGION_TERRITORIES: readonly PlacedTerritory[] = REGIONS.map((region) => ({
  key: regionKey(region.code),
  territory: {
    code: region.code,
    name: region.nom,
    slug: region.slug,
    level: "region",
    parent: { code, name, slug },
  },
}));

export const DEPARTEMENT_TERRITORIES: readonly PlacedTerritory[] = DEPARTEMENTS.map((one) => {
  const region = REGIONS.find((other) => other.code === one.region)!;
  return {
    key: departementKey(one.code),
    territory: {
      code: one.code,
      name: one.nom,
      slug: one.slug,
      level: "departement",
      parent: { code: region.code, name: region.nom, slug: region.slug },
    },
  };
});

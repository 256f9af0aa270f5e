import type { OpenTerritory } from "../../src/lib/diffusion/references.js";
import { DEPARTEMENT_TERRITORIES, FRANCE, REGION_TERRITORIES } from "../tables/territories.js";

/** France, the régions, the départements, each by code. */
export const OPEN_TERRITORIES: readonly OpenTerritory[] = [
  FRANCE,
  ...REGION_TERRITORIES,
  ...DEPARTEMENT_TERRITORIES,
].map(({ territory: { level, code, name, parent } }) => ({
  ...{ level, code, name },
  parent: parent?.code ?? null,
}));

import { INDICATORS } from "../../src/lib/indicators.js";
import { ALL_SECTORS, NAF_NODES, nodesOfLevel } from "../../src/lib/naf.js";
import { SIZE_CLASSES } from "../../src/lib/sizeClasses.js";
import type { TerritoryTable } from "../../src/lib/tables.js";
import { adjustedOf } from "./adjustedSeries.js";
import { EVERY_SIZE, FRANCE } from "./layout.js";
import { monthsOf, type Period, quartersOf } from "./periods.js";
import { type Publication, placeOf } from "./publication.js";
import { snapshotAt } from "./snapshotAt.js";
import type { PlacedTerritory } from "./territories.js";

/** Every indicator of France or of a région, by section and month; of a département, by A10 and quarter. */
export function territoryTable(
  publication: Publication,
  { key, territory }: PlacedTerritory,
  present: readonly string[],
): TerritoryTable {
  const isSmall = territory.level === "departement";
  const periods = isSmall ? quartersOf(publication.months) : monthsOf(publication.months);
  const level = isSmall ? "A10" : "A21";
  const sectors = [
    ALL_SECTORS,
    ...nodesOfLevel(level)
      .map(({ code }) => code)
      .filter((code) => isSmall || present.includes(code)),
  ];
  const indicators: TerritoryTable["indicators"] = Object.fromEntries(
    INDICATORS.map(({ id, partOf }) => [
      id,
      (partOf ? [ALL_SECTORS] : sectors).map((code) => {
        const place = placeOf(key, code, EVERY_SIZE);
        return periods.map(({ months }) => publication.over(id, months, place));
      }),
    ]),
  );
  return {
    territory,
    periods: periods.map(({ name }) => name),
    sectors,
    indicators,
    detail: isSmall ? NOTHING : detailOf(publication, key, periods),
    sizes: isSmall
      ? { classes: [], indicators: {} }
      : {
          classes: SIZE_CLASSES.map(({ code }) => code),
          indicators: snapshots(
            publication,
            SIZE_CLASSES.map(({ code }) => placeOf(key, ALL_SECTORS, code)),
            periods,
          ),
        },
    adjusted: adjustedOf((id) => indicators[id]?.[0], isSmall ? 4 : 12),
  };
}

const NOTHING = { sectors: [], indicators: {} };

/** Every sector detailed for the territory, at the last period. */
function detailOf(publication: Publication, key: string, periods: readonly Period[]) {
  const sectors = NAF_NODES.filter(
    ({ code, codes }) =>
      placeOf(key, code, EVERY_SIZE) !== -1 && (key === FRANCE || !codes.A88 || codes.A38),
  ).map(({ code }) => code);
  const places = sectors.map((code) => placeOf(key, code, EVERY_SIZE));
  return { sectors, indicators: snapshots(publication, places, periods) };
}

function snapshots(
  publication: Publication,
  places: readonly number[],
  periods: readonly Period[],
): TerritoryTable["sizes"]["indicators"] {
  return Object.fromEntries(
    INDICATORS.filter(({ partOf }) => !partOf).map(({ id }) => [
      id,
      places.map((place) => snapshotAt(publication, id, place, periods)),
    ]),
  );
}

import { INDICATORS, type IndicatorId } from "../../src/lib/indicators.js";
import { ALL_SECTORS, NAF_NODES, nodesOfLevel } from "../../src/lib/naf.js";
import { STANDARDISED_RATES } from "../../src/lib/standardisedRates.js";
import type { SectorsTable, StructuresTable, TerritoriesTable } from "../../src/lib/tables.js";
import { EVERY_SIZE } from "./layout.js";
import { monthsOf, type Period, quartersOf } from "./periods.js";
import { type Publication, placeOf } from "./publication.js";
import { snapshotAt } from "./snapshotAt.js";
import {
  DEPARTEMENT_TERRITORIES,
  FRANCE,
  type PlacedTerritory,
  REGION_TERRITORIES,
} from "./territories.js";

/** The last month of France and every région, all sectors together, with the same month a year before. */
export function regionsTable(publication: Publication): TerritoriesTable {
  return territoriesTable(
    publication,
    [FRANCE, ...REGION_TERRITORIES],
    monthsOf(publication.months),
  );
}

/** The last quarter of France and every département. */
export function departementsTable(publication: Publication): TerritoriesTable {
  return territoriesTable(
    publication,
    [FRANCE, ...DEPARTEMENT_TERRITORIES],
    quartersOf(publication.months),
  );
}

function territoriesTable(
  publication: Publication,
  territories: readonly PlacedTerritory[],
  periods: readonly Period[],
): TerritoriesTable {
  return {
    period: periods.at(-1)?.name ?? "",
    territories: territories.map(({ key, territory }) => ({
      ...territory,
      indicators: wholeIndicators(publication, placeOf(key, ALL_SECTORS, EVERY_SIZE), periods),
    })),
  };
}

/** The last month of every sector of France. */
export function sectorsTable(publication: Publication): SectorsTable {
  const periods = monthsOf(publication.months);
  return {
    period: periods.at(-1)?.name ?? "",
    sectors: NAF_NODES.map(({ code }) => ({
      code,
      indicators: wholeIndicators(publication, placeOf(FRANCE.key, code, EVERY_SIZE), periods),
    })),
  };
}

/** What the comparison of régions at equal structure needs, each rate at the last month of its source. */
export function structuresTable(publication: Publication): StructuresTable {
  const { months } = publication;
  const sectors = [ALL_SECTORS, ...nodesOfLevel("A10").map(({ code }) => code)];
  const france = placeOf(FRANCE.key, ALL_SECTORS, EVERY_SIZE);
  const rates = STANDARDISED_RATES.map((rate) => ({
    ...rate,
    last: months.findLastIndex((_, month) => publication.read(rate.id, month, france) !== null),
  })).filter(({ last }) => last !== -1);
  return {
    sectors,
    months: Object.fromEntries(rates.map(({ id, last }) => [id, months[last]!])),
    territories: [FRANCE, ...REGION_TERRITORIES].map(({ key, territory }) => {
      const cells = (id: IndicatorId, month: number) =>
        sectors.map((code) => publication.read(id, month, placeOf(key, code, EVERY_SIZE)));
      return {
        ...territory,
        rates: Object.fromEntries(
          rates.map(({ id, numerator, denominator, last }) => [
            id,
            { numerators: cells(numerator, last), denominators: cells(denominator, last) },
          ]),
        ),
      };
    }),
  };
}

function wholeIndicators(publication: Publication, place: number, periods: readonly Period[]) {
  return Object.fromEntries(
    INDICATORS.filter(({ partOf }) => !partOf).map(({ id }) => [
      id,
      snapshotAt(publication, id, place, periods),
    ]),
  );
}

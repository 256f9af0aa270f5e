import {
  EVERY_SECTOR_LEVEL,
  EVERY_SIZE_CODE,
  type Periodicity,
  type PublishedRows,
  type PublishedSeries,
  type TerritoryLevel,
} from "../../src/lib/diffusion/publishedRows.js";
import { statusOf } from "../../src/lib/diffusion/status.js";
import { INDICATORS, type IndicatorId } from "../../src/lib/indicators.js";
import { levelOf, nafNode } from "../../src/lib/naf.js";
import { EVERY_SIZE } from "./layout.js";
import { monthsOf, type Period, quartersOf, yearsOf } from "./periods.js";
import { PLACES, type Publication } from "./publication.js";
import {
  DEPARTEMENT_TERRITORIES,
  FRANCE,
  type PlacedTerritory,
  REGION_TERRITORIES,
} from "./territories.js";

/** The open data of every indicator, one after the other. */
export function* openSeries(publication: Publication): Generator<PublishedSeries> {
  const periods = [
    ...monthsOf(publication.months),
    ...quartersOf(publication.months),
    ...yearsOf(publication.months),
  ];
  for (const { id } of INDICATORS) yield { indicator: id, rows: rowsOf(publication, id, periods) };
}

type Columns = { -readonly [Name in keyof PublishedRows]: PublishedRows[Name][number][] };

/** Cells of an indicator, but for the places and the periods it says nothing of. */
function rowsOf(
  publication: Publication,
  id: IndicatorId,
  periods: readonly Period[],
): PublishedRows {
  const columns: Columns = {
    ...{ periodicite: [], periode: [], niveau_territoire: [], territoire: [] },
    ...{ niveau_secteur: [], secteur: [], taille: [], valeur: [], statut: [] },
  };
  const shown = periods.filter(({ months }) =>
    NATIONAL.some((place) => publication.over(id, months, place) !== null),
  );
  for (const [place, { level, code, sectorLevel, sector, size }] of DESCRIBED.entries())
    for (const { name, every, months } of shown) {
      if (level === "departement" && every === "M") continue;
      const cell = publication.over(id, months, place);
      if (cell === null && !isDetailed(publication, id, place, shown)) break;
      columns.periodicite.push(every satisfies Periodicity);
      columns.periode.push(name);
      columns.niveau_territoire.push(level);
      columns.territoire.push(code);
      columns.niveau_secteur.push(sectorLevel);
      columns.secteur.push(sector);
      columns.taille.push(size);
      columns.valeur.push(typeof cell === "number" ? cell : null);
      columns.statut.push(statusOf(cell));
    }
  return columns;
}

/** True when some period has a figure for the place. */
function isDetailed(
  publication: Publication,
  id: IndicatorId,
  place: number,
  periods: readonly Period[],
): boolean {
  return periods.some(({ months }) => publication.over(id, months, place) !== null);
}

interface DescribedPlace {
  level: TerritoryLevel;
  code: string;
  sectorLevel: string;
  sector: string;
  size: string;
}

const TERRITORIES = new Map(
  [FRANCE, ...REGION_TERRITORIES, ...DEPARTEMENT_TERRITORIES]
    .map((placed): [string, PlacedTerritory["territory"]] => [placed.key, placed.territory])
    .reverse(),
);

const DESCRIBED: readonly DescribedPlace[] = PLACES.map(({ territory, sector, size }) => {
  const { level, code } = TERRITORIES.get(territory)!;
  return {
    level,
    code,
    sectorLevel: levelOf(nafNode(sector)) ?? EVERY_SECTOR_LEVEL,
    sector,
    size: size === EVERY_SIZE ? EVERY_SIZE_CODE : size,
  };
});

const NATIONAL = DESCRIBED.flatMap(({ level }, place) => (level === "france" ? [place] : []));

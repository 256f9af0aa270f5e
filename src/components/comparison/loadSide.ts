import type { Side } from "../../lib/comparison/sideBySide.js";
import type { Subject } from "../../lib/comparison/subject.js";
import { ALL_SECTORS, nafNode } from "../../lib/naf.js";
import type { Cell, SectorTable, Territory, TerritoryTable } from "../../lib/tables.js";
import type { Totals } from "../../lib/totals.js";
import { DEPARTEMENT_FILES } from "./departementFiles.js";
import { SECTOR_FILES } from "./sectorFiles.js";
import { TOTALS_FILES } from "./totalsFiles.js";

/** What is compared, within what it is compared. */
export interface Asked {
  subject: Subject;
  /** Code of `src/lib/naf.ts`, for a territory. */
  sector: string;
  /** For a sector; its name, for a territory. */
  territory: Pick<Territory, "code" | "name">;
}

/** The series of one thing; reads one file, the smallest that has them. */
export async function loadSide({ subject, sector, territory }: Asked): Promise<Side> {
  if (subject.kind === "sector") {
    return sideOfSector(subject.code, territory.code, nafNode(subject.code).label);
  }
  const { slug } = subject;
  if (slug in DEPARTEMENT_FILES) return sideOfDepartement(slug, sector);
  if (sector !== ALL_SECTORS) return sideOfSector(sector, territory.code, territory.name);
  const totals = await TOTALS_FILES[slug as keyof typeof TOTALS_FILES].json<Totals>();
  return { ...totals, name: totals.territory.name };
}

async function sideOfSector(sector: string, territory: string, name: string): Promise<Side> {
  const file = SECTOR_FILES[sector.toLowerCase() as keyof typeof SECTOR_FILES];
  const { territories, periods, indicators, adjusted } = await file.json<SectorTable>();
  const row = territories.indexOf(territory);
  return {
    name,
    periods,
    indicators: rowOf(indicators, row),
    adjusted: territory === "FR" ? adjusted : {},
  };
}

async function sideOfDepartement(slug: string, sector: string): Promise<Side> {
  const file = DEPARTEMENT_FILES[slug as keyof typeof DEPARTEMENT_FILES];
  const { territory, sectors, periods, indicators, adjusted } = await file.json<TerritoryTable>();
  return {
    name: territory.name,
    periods,
    indicators: rowOf(indicators, sectors.indexOf(sector)),
    adjusted: sector === ALL_SECTORS ? adjusted : {},
  };
}

/** Parts of another indicator only have the row of the whole: another row of theirs is missing. */
function rowOf(indicators: Record<string, Cell[][]>, row: number): Record<string, Cell[]> {
  return Object.fromEntries(Object.entries(indicators).map(([id, rows]) => [id, rows[row] ?? []]));
}

import type { IndicatorId } from "./indicators.js";
import type { Cell, Snapshot, TerritoriesTable, Territory } from "./tables.js";

/** A territory with one of its indicators at the last period and a year before. */
export interface TerritoryRow extends Territory, Snapshot {}

const NOTHING: Snapshot = { value: null, yearBefore: null };

/** One indicator of every territory, France apart. */
export function territoryRows(
  { territories }: TerritoriesTable,
  id: IndicatorId,
): { france: Cell; rows: TerritoryRow[] } {
  const rows = territories.map(
    ({ indicators, ...territory }): TerritoryRow => ({
      ...territory,
      ...(indicators[id] ?? NOTHING),
    }),
  );
  return {
    france: rows.find(({ level }) => level === "france")?.value ?? null,
    rows: rows.filter(({ level }) => level !== "france"),
  };
}

/** Territories in alphabetical order without accents, as French lists are. */
export function bySlug<T extends { slug: string }>(territories: readonly T[]): T[] {
  return [...territories].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

import { EVERY_SIZE_CODE } from "../diffusion/publishedRows.js";
import type { IndicatorId } from "../indicators.js";
import type { ExplorerRequest } from "./request.js";
import { readTerritories, SIZE_CODES, sectorsOf } from "./scope.js";

/**
 * SQL (DuckDB) of a request: `indicateur, periode, territoire, secteur, taille, valeur, statut`, in
 * the order of periods, then of codes. Every name and value comes from a closed list, none from the
 * reader.
 */
export function requestSql(request: ExplorerRequest): string {
  const parts = request.indicators.map((id) => indicatorSql(id, request));
  return `${parts.join("\nUNION ALL\n")}\nORDER BY indicateur, periode, territoire, secteur, taille`;
}

function indicatorSql(id: IndicatorId, request: ExplorerRequest): string {
  const conditions = [...cellConditions(request), ...spanConditions(request)];
  return `SELECT '${id}' AS indicateur, periode, territoire, secteur, taille, valeur, statut
FROM ${id}
WHERE ${conditions.join("\n  AND ")}`;
}

function cellConditions({ periodicity, territories, sectors, sizes }: ExplorerRequest): string[] {
  const place = readTerritories(territories);
  if (!place) throw new RangeError(`unknown territories: ${territories}`);
  const codes = sectorsOf(sectors);
  if (!codes) throw new RangeError(`unknown sectors: ${sectors}`);
  return [
    `periodicite = '${periodicity}'`,
    `niveau_territoire = '${place.level}'`,
    ...(place.code === null ? [] : [`territoire = '${place.code}'`]),
    isIn("secteur", codes),
    isIn("taille", sizes === "classes" ? SIZE_CODES : [EVERY_SIZE_CODE]),
  ];
}

function spanConditions({ from, to }: ExplorerRequest): string[] {
  return [
    ...(from === "" ? [] : [`periode >= '${from}'`]),
    ...(to === "" ? [] : [`periode <= '${to}'`]),
  ];
}

function isIn(column: string, codes: readonly string[]): string {
  const values = codes.map((code) => `'${code}'`);
  return values.length === 1 ? `${column} = ${values[0]}` : `${column} IN (${values.join(", ")})`;
}

import { CELL_KEY } from "../../src/lib/diffusion/indicatorSchema.js";
import type { Revisions } from "../../src/lib/diffusion/journal.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";

/** Revisions are shares of the former value, rounded to a millionth. */
const DECIMALS = 6;

/**
 * What changed between the files of one indicator in two batches. A value counts as revised only
 * when both are published: nothing is said of a cell that is hidden in either.
 */
export async function compareSeries(
  connection: DuckDBConnection,
  former: string,
  latter: string,
): Promise<Revisions> {
  const isKnown = (side: string) => `${side}.statut IS NOT NULL`;
  const has = (side: string, status: string) => `${side}.statut = '${status}'`;
  const both = `${has("f", "publie")} AND ${has("l", "publie")}`;
  const revised = `${both} AND l.valeur <> f.valeur`;
  const [row] = await queryRows<Record<keyof Revisions, number | string | null>>(
    connection,
    `SELECT
       count(*) FILTER (NOT (${isKnown("f")})) AS nouvelles,
       count(*) FILTER (NOT (${isKnown("l")})) AS retirees,
       count(*) FILTER (${revised}) AS revisees,
       round(max(abs(l.valeur / f.valeur - 1)) FILTER (${revised} AND f.valeur <> 0), ${DECIMALS})
         AS plus_forte_revision,
       count(*) FILTER (${isKnown("f")} AND NOT (${has("f", "secret")}) AND ${has("l", "secret")})
         AS devenues_secretes,
       count(*) FILTER (${has("f", "secret")} AND ${has("l", "publie")}) AS devenues_publiees
     FROM read_parquet(${literal(former)}) AS f
     FULL JOIN read_parquet(${literal(latter)}) AS l USING (${CELL_KEY.join(", ")})`,
  );
  const largest = row!.plus_forte_revision;
  return {
    nouvelles: Number(row!.nouvelles),
    retirees: Number(row!.retirees),
    revisees: Number(row!.revisees),
    plus_forte_revision: largest === null ? null : Number(largest),
    devenues_secretes: Number(row!.devenues_secretes),
    devenues_publiees: Number(row!.devenues_publiees),
  };
}

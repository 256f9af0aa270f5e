import type { DuckDBConnection } from "../../duckdb.js";
import type { Source } from "../../sources/source.js";
import { countLines, noticed } from "./noticed.js";

/** First digit of the NIC of accounts that are no establishment (§1.2, « pseudo-SIRET »). */
const PSEUDO = ["5", "6", "7", "9"];

/**
 * Identifiers that have the right shape and yet are odd. Control keys that are wrong are a sign of
 * scrambled data, and pseudo-SIRETs are entries of the Urssaf: neither is a reason to reject (§1.1).
 */
export async function identifierNotices(
  connection: DuckDBConnection,
  table: string,
  source: Source,
): Promise<string[]> {
  const siren = source.siren ?? (source.schema.shape.siren ? "siren" : undefined);
  if (!siren) return [];
  const sirens = `SELECT ${siren} AS siren, min(line) AS line FROM ${table}
    WHERE status = 'valid' GROUP BY 1`;
  return [
    ...noticed({
      code: "luhn",
      ...(await countLines(connection, `FROM (${sirens}) WHERE NOT ${luhnSql("siren", 9)}`)),
      one: "SIREN dont la clé de contrôle (Luhn) est fausse, gardé",
      many: "SIREN dont la clé de contrôle (Luhn) est fausse, gardés",
    }),
    ...(await pseudoNotices(connection, table, source)),
  ];
}

async function pseudoNotices(
  connection: DuckDBConnection,
  table: string,
  { schema }: Source,
): Promise<string[]> {
  const siret = ["siret", "etab_siret"].find((key) => schema.shape[key]);
  if (!siret) return [];
  const lines = `SELECT min(line) AS line FROM ${table} WHERE status = 'valid'
    AND substr(${siret}, 10, 1) IN (${PSEUDO.map((digit) => `'${digit}'`).join(", ")})
    GROUP BY ${siret}`;
  return noticed({
    code: "siret-pseudo",
    ...(await countLines(connection, lines)),
    one: "pseudo-SIRET (numéro interne en 5, 6, 7 ou 9), gardé",
    many: "pseudo-SIRET (numéro interne en 5, 6, 7 ou 9), gardés",
  });
}

/** SQL: the number of `length` digits checks Luhn's formula (ISO/IEC 7812-1, annexe B). */
function luhnSql(number: string, length: number): string {
  const digits = Array.from({ length }, (_, index) => {
    const digit = `substr(${number}, ${index + 1}, 1)::INTEGER`;
    return (length - index) % 2 === 1 ? digit : `(2 * ${digit}) // 10 + (2 * ${digit}) % 10`;
  });
  return `(${digits.join(" + ")}) % 10 = 0`;
}

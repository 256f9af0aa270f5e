import { type DuckDBConnection, queryRows } from "../../duckdb.js";
import type { Source } from "../../sources/source.js";
import { noticed } from "./noticed.js";

/** First digit of the NIC of accounts that are no establishment (§1.2, « pseudo-SIRET »). */
const PSEUDO = ["5", "6", "7", "9"];

const PSEUDO_SQL = `substr(siret, 10, 1) IN (${PSEUDO.map((digit) => `'${digit}'`).join(", ")})`;

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
  const siret = ["siret", "etab_siret"].find((key) => source.schema.shape[key]);
  const groups = siret
    ? `${siren} AS siren, ${siret} AS siret`
    : `${siren} AS siren, NULL AS siret`;
  const numbers = `SELECT ${groups}, min(line) AS line FROM ${table}
    WHERE status = 'valid' GROUP BY ALL`;
  const [found] = await queryRows<Odd>(
    connection,
    `SELECT count(DISTINCT siren) FILTER (NOT ${luhnSql("siren", 9)}) AS luhn,
      min(line) FILTER (NOT ${luhnSql("siren", 9)}) AS "luhnLine",
      count_if(${PSEUDO_SQL}) AS pseudo, min(line) FILTER (${PSEUDO_SQL}) AS "pseudoLine"
    FROM (${numbers})`,
  );
  const { luhn, luhnLine, pseudo, pseudoLine } = found!;
  return [
    ...noticed({
      code: "luhn",
      count: Number(luhn),
      line: luhnLine === null ? null : Number(luhnLine),
      one: "SIREN dont la clé de contrôle (Luhn) est fausse, gardé",
      many: "SIREN dont la clé de contrôle (Luhn) est fausse, gardés",
    }),
    ...noticed({
      code: "siret-pseudo",
      count: Number(pseudo),
      line: pseudoLine === null ? null : Number(pseudoLine),
      one: "pseudo-SIRET (numéro interne en 5, 6, 7 ou 9), gardé",
      many: "pseudo-SIRET (numéro interne en 5, 6, 7 ou 9), gardés",
    }),
  ];
}

interface Odd {
  luhn: string;
  luhnLine: string | null;
  pseudo: string;
  pseudoLine: string | null;
}

/** SQL: the number of `length` digits checks Luhn's formula (ISO/IEC 7812-1, annexe B). */
function luhnSql(number: string, length: number): string {
  const digits = Array.from({ length }, (_, index) => {
    const digit = `substr(${number}, ${index + 1}, 1)::INTEGER`;
    return (length - index) % 2 === 1 ? digit : `(2 * ${digit}) // 10 + (2 * ${digit}) % 10`;
  });
  return `(${digits.join(" + ")}) % 10 = 0`;
}

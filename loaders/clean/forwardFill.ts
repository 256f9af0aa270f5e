/**
 * Values between the months where a source says something (§5.1, SFOR `README.md`): contributions,
 * both parts of the debt and payment schedules are filled forward and cut at the freshness of their
 * source; headcount and short-time work are cut, never filled. All are SQL on a grid of one row per
 * company and month, `siren` and `periode`; `last` is the first day of the last month covered.
 */

const COMPANY = "PARTITION BY siren ORDER BY periode";

/** The last known value, up to `last`: `[1000, –, 1200, –]` at month 3 gives `[1000, 1000, 1200, –]`. */
export function filled(value: string, last: string): string {
  return cut(`last_value(${value} IGNORE NULLS) OVER (${COMPANY})`, last);
}

/** The value of its month alone, up to `last`. */
export function cut(value: string, last: string): string {
  return `CASE WHEN periode <= ${last} THEN ${value} END`;
}

/** Changes added up: the sum of the last known values, exact in decimals, up to `last`. */
export function cumulated(change: string, last: string): string {
  return cut(`sum(coalesce(${change}, 0)) OVER (${COMPANY} ROWS UNBOUNDED PRECEDING)`, last);
}

/**
 * Changes of the debt of each company, `siren, periode, ouvriere, patronale`: `clean_debit` holds
 * what each establishment owes at the months with an event only (§1.2), the differences of which add
 * up to the debt of the company. `within` keeps some SIREN; what came before `since` is counted then.
 */
export function debtChanges({ within = "true", since }: { within?: string; since?: string } = {}) {
  const month = since ? `greatest(periode, ${since})` : "periode";
  return `SELECT siren, ${month} AS periode, sum(ouvriere) AS ouvriere, sum(patronale) AS patronale
    FROM (SELECT left(siret, 9) AS siren, periode,
        part_ouvriere - lag(part_ouvriere, 1, 0) OVER etablissement AS ouvriere,
        part_patronale - lag(part_patronale, 1, 0) OVER etablissement AS patronale
      FROM clean_debit
      WINDOW etablissement AS (PARTITION BY siret ORDER BY periode))
    WHERE ${within} GROUP BY ALL`;
}

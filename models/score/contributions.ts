import { literal } from "../../loaders/duckdb.js";
import type { Term } from "../../src/lib/model.js";

/** Rows to explain: those of a features file that meet a condition, one a company. */
export interface Explained {
  features: string;
  where: string;
  /** First day of their month. */
  day: string;
}

/**
 * SQL of the contributions of a model, in the order of siren then of its terms: the twin of `predict`,
 * operation by operation, so that both give the same doubles (`test/models/score/score.test.ts`
 * compares them). Written this way they never leave DuckDB, where all of France takes seconds.
 */
export function contributionsSql(
  terms: readonly Term[],
  { features, where, day }: Explained,
): string {
  const told = terms.filter(({ transform }) => transform.kind !== "intercept");
  const list = (of: (term: Term) => string) => `unnest([${told.map(of).join(", ")}])`;
  return `SELECT siren, DATE '${day}' AS periode, term, feature, "group", value, contribution
    FROM (SELECT siren, ${list(({ name }) => literal(name))} AS term,
        ${list(({ feature }) => literal(feature))} AS feature,
        ${list(({ group }) => literal(group))} AS "group",
        ${list(valueSql)} AS value, ${list(contributionSql)} AS contribution
      FROM (SELECT * FROM read_parquet(${literal(features)}) WHERE ${where} ORDER BY siren))
    WHERE contribution IS NOT NULL`;
}

/** The variable as it was: empty when missing, 0 or 1 for a level. */
function valueSql(term: Term): string {
  return term.transform.kind === "level" ? encodedSql(term) : `${term.feature}::DOUBLE`;
}

/** Empty when the term does not speak of the company. */
function contributionSql(term: Term): string {
  const value = `${double(term.estimate)} * ((${encodedSql(term)}) - ${double(term.mean)})`;
  const { gate } = term;
  if (!gate) return value;
  return `CASE WHEN coalesce(${gate.flag}, false) = ${gate.value === 1} THEN ${value} END`;
}

function encodedSql({ feature, transform }: Term): string {
  switch (transform.kind) {
    case "intercept":
      return double(1);
    case "level":
      return flagSql(`${feature} IN (${transform.values.map(literal).join(", ")})`);
    case "indicator":
      return flagSql(feature);
    case "missing":
      return flagSql(`${feature} IS NULL`);
    case "standardised": {
      const { lower, upper, mean, sd } = transform;
      const value = `${feature}::DOUBLE`;
      const clipped = `least(greatest(${value}, ${double(lower)}), ${double(upper)})`;
      // Both functions skip an empty value, which must stay apart.
      return `CASE WHEN ${value} IS NULL THEN ${double(0)}
        ELSE (${clipped} - ${double(mean)}) / ${double(sd)} END`;
    }
  }
}

const flagSql = (condition: string): string => `(CASE WHEN ${condition} THEN 1 ELSE 0 END)::DOUBLE`;

/** A number as it is: a bare literal would be a DECIMAL. */
const double = (value: number): string => `'${value}'::DOUBLE`;

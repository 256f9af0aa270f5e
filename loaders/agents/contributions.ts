import type { Contribution, Rights } from "../../src/lib/agents.js";
import { groupLabel } from "../../src/lib/labels.js";
import type { Model } from "../../src/lib/model.js";
import { contributionOf } from "../../src/lib/termInWords.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { bySiren } from "./bySiren.js";

/** Group whose variables are amounts of the Urssaf. */
const URSSAF_GROUP = "dette_sociale";

interface Row {
  siren: string;
  term: string;
  value: number | null;
  contribution: number;
}

/**
 * Exact contributions of the listed companies in the order of the model’s terms, by siren. Weights
 * are public, so that a contribution gives its variable back: under rights B those of the debt are
 * one sum without a value.
 */
export async function readContributions(
  connection: DuckDBConnection,
  file: string,
  { terms }: Pick<Model, "terms">,
  rights: Rights,
): Promise<Map<string, Contribution[]>> {
  const rows = await queryRows<Row>(
    connection,
    `SELECT siren, term, value, contribution FROM read_parquet(${literal(file)})
     SEMI JOIN listed USING (siren)
     WHERE periode = (SELECT max(periode) FROM read_parquet(${literal(file)})) ORDER BY siren, term`,
  );
  const order = new Map(terms.map((term, index) => [term.name, { term, index }]));
  const known = bySiren(rows, ({ term: name, value, contribution }) => {
    const { term, index } = order.get(name)!;
    return { index, line: contributionOf(term, value, contribution) };
  });
  return new Map(
    [...known].map(([siren, lines]) => {
      const sorted = lines.sort((a, b) => a.index - b.index).map(({ line }) => line);
      return [siren, rights === "A" ? sorted : withoutDebt(sorted)];
    }),
  );
}

function withoutDebt(lines: readonly Contribution[]): Contribution[] {
  const isDebt = ({ group }: Contribution): boolean => group === URSSAF_GROUP;
  const debt: Contribution = {
    term: URSSAF_GROUP,
    feature: URSSAF_GROUP,
    group: URSSAF_GROUP,
    label: groupLabel(URSSAF_GROUP),
    words: "",
    contribution: lines.filter(isDebt).reduce((sum, { contribution }) => sum + contribution, 0),
  };
  return [debt, ...lines.filter((line) => !isDebt(line))];
}

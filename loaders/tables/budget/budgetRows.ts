import type { Instrument, PostSpending } from "../../../src/lib/budget/budgetTable.js";
import { type DuckDBConnection, literal, queryRows } from "../../duckdb.js";

/** DECIMAL arrives as text; two decimals and 18 digits at most stay exact in a double below 10¹³. */
const euros = (text: string | null): number | null => (text === null ? null : Number(text));

type Written<Row> = { [Key in keyof Row]: string | null };

export async function readInstruments(connection: DuckDBConnection): Promise<Instrument[]> {
  const rows = await queryRows<Written<Instrument>>(
    connection,
    `SELECT convention, startup, instrument, parties, date_signature::VARCHAR AS signed,
        date_debut::VARCHAR AS start, date_fin::VARCHAR AS "end", ae, cp, dont_rap AS rap,
        ae_cumul AS "aeTotal", programme, domaine_fonctionnel AS domain, centre_financier AS unit,
        activite AS activity, centre_cout AS "costCentre", axe_ministeriel AS axis,
        coalesce(document, '') AS document
      FROM clean_conventions ORDER BY date_signature NULLS LAST, convention, startup`,
  );
  return rows.map((row) => ({
    ...(row as unknown as Instrument),
    ae: euros(row.ae),
    cp: euros(row.cp),
    rap: euros(row.rap),
    aeTotal: euros(row.aeTotal),
  }));
}

/** One month of one startup under one convention. */
export interface MonthRow {
  convention: string;
  startup: string;
  /** `YYYY-MM`. */
  month: string;
  engaged: number;
  paid: number;
  engagedForecast: number;
  paidForecast: number;
}

/** Sums of DECIMAL: exact whatever the order. */
const SUMS = (observed: string): string => `
  coalesce(sum(ae_engage) FILTER (${observed}), 0)::VARCHAR AS engaged,
  coalesce(sum(cp_paye) FILTER (${observed}), 0)::VARCHAR AS paid,
  coalesce(sum(ae_prevu), 0)::VARCHAR AS "engagedForecast",
  coalesce(sum(cp_prevu), 0)::VARCHAR AS "paidForecast"`;

const AMOUNTS = ["engaged", "paid", "engagedForecast", "paidForecast"] as const;

function withEuros<Row>(row: Record<string, string>): Row {
  const amounts = AMOUNTS.map((name) => [name, Number(row[name])]);
  return { ...row, ...Object.fromEntries(amounts) } as Row;
}

export async function readMonthRows(connection: DuckDBConnection): Promise<MonthRow[]> {
  const rows = await queryRows<Record<string, string>>(
    connection,
    `SELECT convention, startup, strftime(mois, '%Y-%m') AS month, ${SUMS("true")}
      FROM clean_depenses GROUP BY ALL ORDER BY convention, startup, month`,
  );
  return rows.map((row) => withEuros<MonthRow>(row));
}

/** @param end first day, `YYYY-MM-DD`, the batch does not observe: nothing is spent from there on. */
export async function readPosts(
  connection: DuckDBConnection,
  end: string,
): Promise<PostSpending[]> {
  const rows = await queryRows<Record<string, string>>(
    connection,
    `SELECT convention, startup, coalesce(poste, 'Non précisé') AS post,
        coalesce(activite, 'Autre') AS activity, coalesce(ressource, 'Autre') AS resource,
        ${SUMS(`mois < DATE ${literal(end)}`)}
      FROM clean_depenses GROUP BY ALL ORDER BY convention, startup, post, activity, resource`,
  );
  return rows.map((row) => withEuros<PostSpending>(row));
}

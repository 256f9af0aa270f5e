import { type Column, toCsv } from "./csv.js";

/**
 * What a spreadsheet would run as a formula at the start of a cell (OWASP, « CSV Injection »):
 * names of companies are typed by people.
 */
const FORMULA = /^[=+\-@\t\r\n]/;

/** A text that no spreadsheet takes for a formula. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** CSV of {@link toCsv} where the texts that would be formulas start with an apostrophe. */
export function toSpreadsheet<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const safe = columns.map((column) => ({
    ...column,
    value: (row: Row) => {
      const value = column.value(row);
      return typeof value === "string" ? withoutFormula(value) : value;
    },
  }));
  return toCsv(safe, rows);
}

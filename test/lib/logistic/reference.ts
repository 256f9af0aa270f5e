import { existsSync, readFileSync } from "node:fs";
import { csvParse } from "d3";
import type { Design } from "../../../src/lib/logistic/design.js";

/** Results of R 4.2.2, cross-checked with statsmodels and scikit-learn; not part of the product. */
const FOLDER = new URL("../../../../shared/reference/logistic/", import.meta.url);

export const referencePresent = existsSync(FOLDER);

/** Added to the name of a suite that cannot run. */
export const absent = referencePresent ? "" : " (skipped: ../shared absent)";

export interface ExpectedTerm {
  name: string;
  estimate: number;
  se: number;
  z: number;
  p: number;
  ci95_wald: [number, number];
}

export interface ExpectedFit {
  terms: ExpectedTerm[];
  deviance: number;
  null_deviance: number;
  df_residual: number;
  loglik: number;
  loglik_kernel: number;
  aic: number;
  bic: number;
  vcov?: number[][];
}

// biome-ignore lint/suspicious/noExplicitAny: the JSON documents differ from one data set to another.
export function expected(set: string): any {
  return JSON.parse(readFileSync(new URL(`${set}/expected.json`, FOLDER), "utf8"));
}

export function rows(set: string, file: string): Record<string, string>[] {
  return csvParse(readFileSync(new URL(`${set}/${file}`, FOLDER), "utf8")) as Record<
    string,
    string
  >[];
}

/** An empty cell is a missing value. */
export function number(cell: string | undefined): number {
  return cell === undefined || cell === "" ? NaN : Number(cell);
}

export function column(table: Record<string, string>[], name: string): Float64Array {
  return Float64Array.from(table, (row) => number(row[name]));
}

/** The design of some rows of a table, on the columns named. */
export function designOf(table: Record<string, string>[], names: string[]): Design {
  const values = Float64Array.from(table.flatMap((row) => names.map((name) => number(row[name]))));
  return { names, rows: table.length, values };
}

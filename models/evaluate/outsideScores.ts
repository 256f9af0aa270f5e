import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { VigieError } from "../../src/lib/error.js";
import { type Month, monthOf } from "../../src/lib/month.js";

/** A probability of failure produced elsewhere, for a company at a month. */
export interface OutsideScore {
  siren: string;
  month: Month;
  probability: number;
}

const COLUMNS = ["siren", "probability", "date"] as const;

/**
 * Reads a CSV of scores: a header with `siren`, `probability` and `date` in any order, commas or
 * semicolons, UTF-8; nine digits, a number between 0 and 1 with a point, `YYYY-MM-DD` or `YYYY-MM`.
 * The common interministerial tool is to combine the scores of several services; this is the least
 * they must hand over.
 *
 * Throws a VigieError naming the line, the column and the value: `no-scores`, `missing-label`,
 * `type-error`, `duplicate-score`.
 */
export async function readOutsideScores(file: string): Promise<OutsideScore[]> {
  if (!existsSync(file)) {
    throw new VigieError(
      "no-scores",
      `${file} n’existe pas`,
      "Vérifiez le chemin donné à --scores.",
      2,
    );
  }
  const [header = "", ...lines] = (await readFile(file, "utf8"))
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const separator = header.includes(";") ? ";" : ",";
  const names = cells(header, separator);
  const at = COLUMNS.map((name) => names.indexOf(name));
  const absent = COLUMNS.find((_, index) => at[index] === -1);
  if (absent) {
    throw new VigieError(
      "missing-label",
      `${file}, ligne 1 : colonne « ${absent} » absente`,
      `Les colonnes attendues sont ${COLUMNS.join(", ")}.`,
    );
  }
  const seen = new Map<string, number>();
  const scores: OutsideScore[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const number = index + 2;
    const values = cells(line, separator);
    const score = parse(
      at.map((column) => values[column] ?? ""),
      `${file}, ligne ${number}`,
    );
    const key = `${score.siren}:${score.month}`;
    const before = seen.get(key);
    if (before) throw duplicate(file, before, number, score.siren);
    seen.set(key, number);
    scores.push(score);
  }
  return scores;
}

function cells(line: string, separator: string): string[] {
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

function parse(values: readonly string[], where: string): OutsideScore {
  const [siren = "", probability = "", date = ""] = values;
  const check = (isRight: boolean, column: string, value: string, expected: string) => {
    if (isRight) return;
    throw new VigieError(
      "type-error",
      `${where}, colonne « ${column} » : « ${value} »`,
      `Valeur attendue : ${expected}.`,
    );
  };
  check(/^\d{9}$/.test(siren), "siren", siren, "neuf chiffres");
  const value = Number(probability);
  const isShare = probability !== "" && value >= 0 && value <= 1;
  check(isShare, "probability", probability, "un nombre entre 0 et 1, avec un point");
  const isDate = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(date);
  check(isDate, "date", date, "une date AAAA-MM-JJ ou un mois AAAA-MM");
  return { siren, month: monthOf(date), probability: value };
}

function duplicate(file: string, first: number, second: number, siren: string): VigieError {
  return new VigieError(
    "duplicate-score",
    `${file}, lignes ${first} et ${second} : deux scores pour ${siren} au même mois`,
    "Gardez une seule ligne par entreprise et par mois.",
  );
}

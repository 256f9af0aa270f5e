import { statSync } from "node:fs";
import type { ProtectionSpec } from "../../src/lib/disclosure/spec.js";
import { VigieError } from "../../src/lib/error.js";
import { literal, queryRows, withDuckDB } from "../duckdb.js";

/** An innermost cell as read: its labels and its numbers, in the unit of the file. */
export interface CellRow {
  /** Line of the file, the header being line 1. */
  line: number;
  labels: string[];
  contributors: number;
  value: number;
  largest: number;
  second: number;
}

/** The cells of a file and the smallest unit their amounts are written in, as decimals. */
export interface CellsFile {
  rows: CellRow[];
  decimals: number;
}

/** Beyond, amounts are no units a table is published in and sums would not be exact. */
const MOST_DECIMALS = 6;

/**
 * Reads the innermost cells of a CSV: a column a dimension, then the numbers the rules need.
 * @throws VigieError `disclosure-cells`, naming the line, the column and the value.
 */
export async function readCellsFile(file: string, spec: ProtectionSpec): Promise<CellsFile> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw badFile(`le fichier ${file} est introuvable`, "Vérifiez --table.");
  const texts = await withDuckDB((connection) =>
    queryRows<Record<string, string | null>>(
      connection,
      `SELECT * FROM read_csv(${literal(file)}, header = true, all_varchar = true)`,
    ).catch((error: Error) => {
      throw badFile(
        `${file} n’est pas lisible : ${error.message.split("\n", 1)[0]}`,
        "Donnez un fichier CSV avec un en-tête.",
      );
    }),
  );
  if (texts.length === 0) throw badFile(`${file} n’a aucune cellule`, "Vérifiez --table.");
  const columns = columnsOf(spec);
  const known = Object.keys(texts[0]!);
  const missing = [...spec.dimensions.map(({ name }) => name), ...Object.values(columns)].find(
    (name) => !known.includes(name),
  );
  if (missing !== undefined)
    throw badFile(
      `la colonne « ${missing} » n’est pas dans ${file}, qui a : ${known.join(", ")}`,
      "Corrigez les noms de colonnes de la spécification.",
    );
  const rows = texts.map((text, index) => readRow(text, index + 2, spec, columns, file));
  refuseDoubles(rows, file);
  const amounts = [columns.value, columns.max, columns.max2].filter((name) => name !== undefined);
  const decimals = Math.max(
    0,
    ...texts.flatMap((text) => amounts.map((name) => decimalsOf(text[name]!))),
  );
  if (decimals > MOST_DECIMALS)
    throw badFile(
      `${file} a des montants de ${decimals} décimales`,
      `Arrondissez-les à ${MOST_DECIMALS} décimales au plus, l’unité dans laquelle ils sont publiés.`,
    );
  return { rows, decimals };
}

interface Columns {
  count: string;
  value: string;
  max?: string;
  max2?: string;
}

/** Largest contributions are read only by the rules that look at them. */
function columnsOf({ count, value, max, max2, rules }: ProtectionSpec): Columns {
  const { dominance, pPercent } = rules;
  return {
    ...{ count, value },
    ...(dominance !== undefined || pPercent !== undefined ? { max } : {}),
    ...(pPercent !== undefined ? { max2 } : {}),
  };
}

function readRow(
  text: Record<string, string | null>,
  line: number,
  { dimensions }: ProtectionSpec,
  { count, value, max, max2 }: Columns,
  file: string,
): CellRow {
  const refuse = (column: string, expected: string): never => {
    throw badFile(
      `${file}, ligne ${line}, colonne « ${column} » : « ${text[column] ?? ""} » refusé`,
      `Valeur attendue : ${expected}.`,
    );
  };
  const read = (column: string | undefined): number => {
    if (column === undefined) return 0;
    const number = NUMBER.test(text[column] ?? "") ? Number(text[column]!.replace(",", ".")) : NaN;
    return number >= 0 ? number : refuse(column, "un nombre positif ou nul");
  };
  const labels = dimensions.map(({ name }) => text[name] || refuse(name, "une modalité"));
  const row: CellRow = {
    ...{ line, labels },
    contributors: read(count),
    value: read(value),
    largest: read(max),
    second: read(max2),
  };
  if (!Number.isInteger(row.contributors)) refuse(count, "un nombre entier d’unités");
  if (row.contributors === 0 && row.value > 0)
    refuse(value, "0, puisque la cellule n’a aucune unité");
  if (max && row.largest > row.value) refuse(max, `au plus la valeur de la cellule, ${row.value}`);
  if (max2 && row.second > row.largest)
    refuse(max2, `au plus la plus grande contribution, ${row.largest}`);
  return row;
}

const NUMBER = /^\s*-?\d+([.,]\d+)?\s*$/;

function decimalsOf(text: string): number {
  return /[.,](\d*[1-9])/.exec(text)?.[1]?.length ?? 0;
}

function refuseDoubles(rows: readonly CellRow[], file: string): void {
  const lines = new Map<string, number>();
  for (const { labels, line } of rows) {
    const key = JSON.stringify(labels);
    const first = lines.get(key);
    if (first !== undefined)
      throw badFile(
        `${file}, ligne ${line} : la cellule ${labels.join(" × ")} est déjà à la ligne ${first}`,
        "Donnez une ligne par cellule.",
      );
    lines.set(key, line);
  }
}

function badFile(message: string, remedy: string): VigieError {
  return new VigieError("disclosure-cells", message, remedy, 2);
}

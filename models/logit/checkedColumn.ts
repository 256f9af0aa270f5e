import { VigieError } from "../../src/lib/error.js";
import type { DataColumn } from "../../src/lib/logistic/coding.js";

/** A number as French files write it. */
const DECIMAL_COMMA = /^[+-]?\d+(,\d+)?$/;

/** A number in either notation, to tell a stray text from a category. */
const NUMBER = /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i;

/** Levels beyond which, when they are also more than half of the rows, a text is no category. */
const MANY_LEVELS = 50;

/**
 * A column that a regression can use: numbers with a decimal comma become numbers; a column without
 * any value is refused, and so is a text with nearly as many levels as rows (an identifier, or numbers
 * among which a word was written), of which each row would have its own coefficient. Throws
 * VigieError `empty-column`, `not-a-category` (exit code 2).
 */
export function checkedColumn(column: DataColumn, name: string, file: string): DataColumn {
  const empty =
    column.kind === "number"
      ? column.values.every(Number.isNaN)
      : column.values.every((text) => text === null);
  if (empty) throw emptyColumn(name, file, column.values.length);
  if (column.kind === "number") return column;
  const present = column.values.filter((text) => text !== null);
  if (present.every((text) => DECIMAL_COMMA.test(text)) && present.some((t) => t.includes(",")))
    return { kind: "number", values: Float64Array.from(column.values, fromComma) };
  const levels = new Set(present).size;
  if (levels > MANY_LEVELS && levels > present.length / 2)
    throw notCategory(column.values, name, file, levels);
  return column;
}

function fromComma(text: string | null): number {
  return text === null ? NaN : Number(text.replace(",", "."));
}

function emptyColumn(name: string, file: string, rows: number): VigieError {
  const what = rows === 0 ? "n’a aucune ligne" : `n’a aucune valeur dans la colonne « ${name} »`;
  return new VigieError("empty-column", `${file} ${what}`, "Vérifiez le fichier, ou ôtez-la.", 2);
}

function notCategory(
  values: readonly (string | null)[],
  name: string,
  file: string,
  levels: number,
): VigieError {
  const at = values.findIndex((text) => text !== null && !NUMBER.test(text));
  const numbers = values.filter((text) => text !== null && NUMBER.test(text)).length;
  const stray = numbers > levels / 2 && at >= 0;
  return new VigieError(
    "not-a-category",
    stray
      ? `la colonne « ${name} » de ${file} est faite de nombres, sauf « ${values[at]} » à la ligne ${at + 1}`
      : `la colonne « ${name} » de ${file} est un texte à ${levels} niveaux pour ${values.length} lignes : chaque ligne aurait son coefficient`,
    stray
      ? "Écrivez un nombre, ou laissez la cellule vide."
      : "Choisissez une catégorie, ou regroupez ses niveaux.",
    2,
  );
}

import { closest } from "../../src/lib/closest.js";
import { VigieError } from "../../src/lib/error.js";
import type { Frame, FrameColumns } from "../../src/lib/fit/frame.js";
import { variable } from "../features/families.js";

/**
 * One company as a frame, from the values of its variables: numbers, true or false, texts for
 * categories, null or absent when unknown. Throws a VigieError on a name the model does not read or a
 * value of the wrong kind; `file` is named in it.
 */
export function rowFrame(
  values: Readonly<Record<string, unknown>>,
  { measures, categories }: FrameColumns,
  file: string,
): Frame {
  const known = [...measures, ...categories];
  for (const name of Object.keys(values))
    if (!known.includes(name)) throw unknown(file, name, known);
  return {
    rows: 1,
    siren: [""],
    month: Int32Array.of(0),
    measures: new Map(
      measures.map((name) => [name, Float64Array.of(numberOf(values[name], name, file))]),
    ),
    categories: new Map(categories.map((name) => [name, [textOf(values[name], name, file)]])),
  };
}

function numberOf(value: unknown, name: string, file: string): number {
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value === "number") return value;
  if (typeof value === "boolean" && variable(name).kind === "flag") return value ? 1 : 0;
  const expected =
    variable(name).kind === "flag" ? "true ou false" : "un nombre (le point sépare les décimales)";
  throw wrong(file, name, value, expected);
}

function textOf(value: unknown, name: string, file: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  throw wrong(file, name, value, "un texte");
}

function wrong(file: string, name: string, value: unknown, expected: string): VigieError {
  return new VigieError(
    "row-value",
    `${file} : « ${name} » vaut ${JSON.stringify(value)}, ${expected} est attendu`,
    "Corrigez cette valeur, ou mettez null quand elle est inconnue.",
    2,
  );
}

function unknown(file: string, name: string, known: readonly string[]): VigieError {
  return new VigieError(
    "row-variable",
    `${file} : le modèle ne lit pas de variable « ${name} »`,
    `Vouliez-vous dire « ${closest(name, known)} » ? Variables du modèle : ${known.join(", ")}.`,
    2,
  );
}

import { withDuckDB } from "../../loaders/duckdb.js";
import type { Frame } from "../../src/lib/fit/frame.js";
import type { CompleteSpec } from "../../src/lib/fit/spec.js";
import type { Model } from "../../src/lib/model.js";
import { VARIABLES } from "../features/families.js";
import { readFrame } from "../frame.js";
import { columnsOf } from "./drift.js";
import { SEGMENT_COLUMNS } from "./segments.js";

/** Every column of the file the model or its specification names, and those of the report. */
export async function readEvaluationFrame(
  features: string,
  model: Model,
  spec: CompleteSpec,
): Promise<Frame> {
  return withDuckDB(async (connection) => {
    const present = await columnsOf(connection, features);
    const named = new Set([
      ...stringsIn([model.terms, model.parts, model.excludes, spec]),
      ...OTHERS,
    ]);
    const isText = (name: string) => CATEGORIES.has(name);
    const columns = [...present].filter((name) => named.has(name)).sort();
    return readFrame(connection, features, {
      measures: columns.filter((name) => !isText(name)),
      categories: columns.filter(isText),
    });
  });
}

const OTHERS = [
  ...SEGMENT_COLUMNS.measures,
  ...SEGMENT_COLUMNS.categories,
  "ratio_dette",
  "strong_signal",
  "outcome",
];

const CATEGORIES = new Set(
  VARIABLES.filter(({ kind }) => kind === "category").map(({ name }) => name),
);

/** Every text in a value, at any depth. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(stringsIn);
}

import type { z } from "zod";
import { Random } from "../../../../loaders/demo/random.js";
import { definitionOf, readCell } from "../../../../loaders/fields/field.js";
import type { Source } from "../../../../loaders/sources/source.js";
import { SAMPLES, shaped } from "./cells.js";

/** A line of a file and what it was made of; `cells` is null when its quotes do not pair. */
export interface Line {
  text: string;
  cells: string[] | null;
}

/** A column of the file; those that the source does not read have no field. */
export interface Column {
  label: string;
  /** Key of the schema, or the label of a month. */
  key: string;
  field: z.ZodType | undefined;
}

/** A file to read on both sides: its columns, and lines good and bad. */
export interface Generated {
  columns: Column[];
  lines: Line[];
}

/** Twenty-four months would only be slower: three tell a tuple from another. */
const MONTHS = ["eff202621", "eff202622", "eff202623"];

/** Rows of a source in columns of any order, from the seed alone. */
export function generateRows(source: Source, count: number): Generated {
  const random = new Random("differential", source.name);
  const columns = shuffled(random, columnsOf(random, source));
  const pools = columns.map((column) => favour(column.key, poolOf(random, column.field)));
  const identifiers = ["siren", "siret"].map((name) =>
    columns.findIndex(({ key }) => key === name),
  );
  const lines = Array.from({ length: count }, () => makeLine(random, source, pools, identifiers));
  return { columns, lines };
}

/** All that the source asks for, under any of its labels, and some that it leaves out. */
function columnsOf(random: Random, source: Source): Column[] {
  const { ignored = [], labels = {}, refused = [], schema, wide } = source;
  const asked = Object.entries(schema.shape).map(([key, field]) => {
    const label = random.pick([key, ...(labels[key] ?? [])]);
    return {
      key,
      label: random.chance(0.2) ? label.toUpperCase() : label,
      field: field as z.ZodType,
    };
  });
  const known = asked.flatMap(({ key, label }) => [key.toLowerCase(), label.toLowerCase()]);
  const others = [...ignored.slice(0, 3), ...refused.slice(0, 2)]
    .filter((label) => !known.includes(label.toLowerCase()) && !wide?.month(label))
    .map((label) => ({ key: label, label, field: undefined }));
  const months = wide ? MONTHS.map((label) => ({ key: label, label, field: wide.field })) : [];
  return [...asked, ...others, ...months];
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => [random.uniform(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

interface Pool {
  good: string[];
  bad: string[];
}

/** Cells that a field accepts and cells that it refuses, of the kind of its pattern. */
function poolOf(random: Random, schema: z.ZodType | undefined): Pool {
  if (!schema) return { good: [...SAMPLES], bad: [...SAMPLES] };
  const field = definitionOf(schema);
  const shapes = field.pattern ? shaped(field.pattern, 300) : [...(field.allowed?.values ?? [])];
  const good = [...shapes, ...SAMPLES].filter((cell) => "value" in readCell(field, cell));
  const mutants = good.slice(0, 300).map((cell) => mutate(random, cell));
  const bad = [...shapes, ...SAMPLES, ...mutants].filter((cell) => !good.includes(cell));
  return { good, bad };
}

/** What keeps a row from being set aside (§1.5): most rows would be otherwise. */
const FAVOURED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^nomenclatureActivitePrincipale/i, ["NAFRev2"]],
  [/^etatAdministratif/i, ["A", "F"]],
];

function favour(label: string, { good, bad }: Pool): Pool {
  const wanted = FAVOURED.find(([pattern]) => pattern.test(label))?.[1];
  return wanted ? { good: [...wanted], bad: [...good, ...bad] } : { good, bad };
}

const SURPRISES = [..."0123456789.,-/:eE AZaz_é'«\u00a0"];

/** One character put, taken away or replaced. */
function mutate(random: Random, cell: string): string {
  const characters = [...cell];
  const put = random.chance(0.7) ? [random.pick(SURPRISES)] : [];
  characters.splice(random.integer(0, characters.length), random.integer(0, 1), ...put);
  return characters.join("");
}

/** Half the rows are whole; most others have one bad cell, some several, a few are torn. */
function makeLine(
  random: Random,
  source: Source,
  pools: readonly Pool[],
  [siren, siret]: readonly number[],
): Line {
  const faults = random.weighted([
    [0, 50],
    [1, 30],
    [2, 10],
    [pools.length, 1],
  ]);
  const cells = pools.map(({ good }) => random.pick(good));
  if (siren! >= 0 && siret! >= 0 && random.chance(0.9)) cells[siren!] = cells[siret!]!.slice(0, 9);
  for (let fault = 0; fault < faults; fault++) {
    const at = faults === pools.length ? fault : random.integer(0, pools.length - 1);
    const { bad } = pools[at]!;
    if (bad.length > 0) cells[at] = random.pick(bad);
  }
  if (random.chance(0.06)) return tornLine(random, source, cells);
  return { text: written(random, source, cells), cells };
}

function tornLine(random: Random, source: Source, cells: string[]): Line {
  const kind = random.integer(0, 3);
  if (kind === 0) return { text: "", cells: [""] };
  if (kind === 1) return strayQuote(random, source, cells);
  const other = kind === 2 ? [...cells, random.pick(SAMPLES)] : cells.slice(0, -1);
  return { text: written(random, source, other), cells: other.length > 0 ? other : [""] };
}

/** Lazy quotes make it a character of its cell; otherwise the line cannot be cut (§1.2). */
function strayQuote(random: Random, { delimiter, quotes }: Source, cells: string[]): Line {
  const plain = cells.map((cell) => cell.replaceAll(/[";,]/g, ""));
  plain[random.integer(0, plain.length - 1)] += '"';
  return { text: plain.join(delimiter), cells: quotes === "lazy" ? plain : null };
}

/** Cells quoted when they must be, and sometimes when they need not (RFC 4180, §2). */
function written(random: Random, { delimiter }: Source, cells: readonly string[]): string {
  return cells
    .map((cell) =>
      cell.includes(delimiter) || cell.includes('"') || random.chance(0.05)
        ? `"${cell.replaceAll('"', '""')}"`
        : cell,
    )
    .join(delimiter);
}

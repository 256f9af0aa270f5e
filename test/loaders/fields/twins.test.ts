import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { centimes, euro } from "../../../loaders/fields/amount.js";
import { answer } from "../../../loaders/fields/answer.js";
import { coded } from "../../../loaders/fields/coded.js";
import {
  compactDate,
  eitherDate,
  isoDate,
  isoMoment,
  namedMonthDate,
  slashedDate,
} from "../../../loaders/fields/date.js";
import { ape, dotlessApe, siret, spacedSiren } from "../../../loaders/fields/identifier.js";
import { moment } from "../../../loaders/fields/moment.js";
import { boundedReal, flag, looseInteger, real } from "../../../loaders/fields/number.js";
import { proceeding } from "../../../loaders/fields/procol.js";
import { code, text } from "../../../loaders/fields/text.js";
import { urssafDate, urssafPeriod } from "../../../loaders/fields/urssaf.js";
import { isHeader, readHeader } from "../../../loaders/ingest/header.js";
import { rejectMessages, writeRejects } from "../../../loaders/ingest/rejects.js";
import { MESSAGES } from "../../../loaders/ingest/report.js";
import { scan } from "../../../loaders/ingest/scan.js";
import { mismatch } from "../../../loaders/ingest/sirenOfSiret.js";
import { splitLine } from "../../../loaders/ingest/split.js";
import { stage } from "../../../loaders/ingest/stage.js";
import type { Source } from "../../../loaders/sources/source.js";
import { SOURCES } from "../../../loaders/sources/sources.js";

/** Values that some source accepts, and near misses. */
const SEEDS = [
  ...[
    "",
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "-0",
    "-3",
    "8",
    "559.0",
    "31.5",
    "12,5",
    "-68231.005",
    "0.125",
    "1e5",
    "1E-9",
  ],
  ...["000000000", "00000000000000", "123456789", "12345678901234", "00016", "000 111 222"],
  ...["1180130", "990401", "1260931", "1031", "0232", "201631", "199904", "201662", "2010", "5020"],
  ...["01/01/2000", "30/02/2019", "29/02/2000", "2012-02-11", "2012-02-30", "0999-01-01"],
  ...["2017-09-09 00:00:00", "2008-01-04T17:54:12", "26MAY2014", "31FEV2024", "29fev2024"],
  ...[
    "20231231",
    "20230231",
    "2023-12-31",
    "true",
    "false",
    "52.21Z",
    "5221Z",
    "NAFRev2",
    "A",
    "F",
  ],
  // Sirene sets aside the rows of any other nomenclature: without it few would be read at all.
  ...Array.from({ length: 12 }, () => "NAFRev2"),
  ...["DEBUT", "CCSF", "C", "K", "Solde_procedure_redressement", "Liquidation", "CHE", "1 234"],
  ...["05/01/2026 14:30", "2026-01-05 14:30:59.25 UTC", "2026-01-05T24:00", "31/02/2026 09:00"],
  ...["oui", "non", "4618Z", "Clôturé", "Pas d’aide disponible", "Pas d'aide disponible", "quo"],
  ...["rouge", "dgfip", "fiche", "completed", "2A", "974", "2610", "Alerte seuil F1", "avenant"],
  ...[
    "signaux-faibles",
    "u-1f",
    "050",
    "9999999999999",
    "99999999999999",
    "999999999",
    "2147483648",
    "É",
    "« »",
    "\u00a012",
  ],
];

const SURPRISES = [..."0123456789.,-/:eE AZaz_é'« "];

const mutated = fc
  .tuple(fc.constantFrom(...SEEDS), fc.nat(12), fc.constantFrom("", ...SURPRISES), fc.nat(1))
  .map(([seed, at, put, cut]) => seed.slice(0, at) + put + seed.slice(at + cut));

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SEEDS) },
  { weight: 3, arbitrary: mutated },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 80 }).map((text) => text.replace(/[\n\r;,"]/g, "")),
  },
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-twins-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Header of all the columns of a source, and a few months when it is wide. */
function labelsOf(source: Source): string[] {
  return [...Object.keys(source.schema.shape), ...(source.wide ? ["eff202611", "eff202612"] : [])];
}

/** What the zod side makes of a line. */
function expected(source: Source, line: string) {
  const labels = labelsOf(source);
  const cells = splitLine(line, source);
  if (!cells || cells.length !== labels.length) return { torn: true } as const;
  const row = source.schema.safeParse(
    Object.fromEntries(labels.map((label, index) => [label, cells[index]])),
  );
  const months = labels.flatMap((label, index) =>
    source.wide?.month(label) ? [{ label, parsed: source.wide.field.safeParse(cells[index]) }] : [],
  );
  const issue = row.error?.issues[0];
  const month = months.find(({ parsed }) => parsed.error);
  const first = issue ?? month?.parsed.error?.issues[0];
  const cellOf = (name: string) => cells[labels.indexOf(name)] ?? "";
  const other = first ? undefined : mismatch(cellOf("siren"), cellOf("siret"));
  const { error } = (first as { params?: { error: string } })?.params ?? {};
  const column = issue ? String(issue.path[0]) : month?.label;
  return {
    torn: false,
    rejection: first
      ? `${column}: ${first.message} [${error}]`
      : other && `siret: ${other} [siret-of-another-siren]`,
    values: row.data,
    months: months.map(({ parsed }) => parsed.data).filter((value) => value !== null),
  } as const;
}

/** A source of one field, beside a text that keeps the line from being blank. */
function sourceOfField(schema: z.ZodType): Source {
  return {
    name: "field",
    title: "",
    kind: "stock",
    key: ["anchor"],
    recognises: () => true,
    delimiter: ";",
    quotes: "lazy",
    schema: z.object({ anchor: text(), value: schema }),
  };
}

const FIELD_TYPES: Record<string, z.ZodType> = {
  siret: siret(),
  spacedSiren: spacedSiren(),
  ape: ape({ lenient: true }),
  euro: euro({ optional: true }),
  euroFrom: euro({ minimum: 0.01 }),
  centimes: centimes(),
  looseInteger: looseInteger({ minimum: 1, maximum: 7 }),
  real: real({ optional: true }),
  flag: flag(),
  isoDate: isoDate(),
  isoMoment: isoMoment({ lenient: true }),
  compactDate: compactDate(),
  slashedDate: slashedDate(),
  namedMonthDate: namedMonthDate(),
  urssafDate: urssafDate({ optional: true }),
  urssafPeriod: urssafPeriod(),
  proceeding: proceeding(),
  code: code(["DEBUT", "CCSF"]),
  answer: answer(),
  boundedReal: boundedReal({ minimum: 0, maximum: 100 }),
  coded: coded({ "Pas d’aide disponible": "done_no_help", Clôturé: "done" }),
  dotlessApe: dotlessApe(),
  eitherDate: eitherDate(),
  moment: moment({ optional: true }),
};

/** Mostly what the field accepts, so that rows are refused by any of their cells. */
function plausible(schema: z.ZodType): fc.Arbitrary<string> {
  const accepted = SEEDS.filter((seed) => schema.safeParse(seed).success);
  if (accepted.length === 0) return cell;
  return fc.oneof(
    { weight: 19, arbitrary: fc.constantFrom(...accepted) },
    { weight: 1, arbitrary: cell },
  );
}

/** Reads rows on both sides; seeded, so that a failure comes back. */
async function readTwice(source: Source, row: fc.Arbitrary<string[]>, count: number) {
  const rows = fc.sample(row, { numRuns: count, seed: 20261001 });
  const lines = [labelsOf(source), ...rows].map((cells) => cells.join(source.delimiter));
  const quoted = await compare(source, lines);
  const unquoted = await compare(
    source,
    lines.filter((line) => !line.includes('"')),
  );
  return {
    differences: [...quoted.differences, ...unquoted.differences],
    accepted: Math.min(quoted.accepted, unquoted.accepted),
  };
}

describe("the SQL and the zod sides of a field", () => {
  for (const [name, schema] of Object.entries(FIELD_TYPES))
    test(`${name}: accept and refuse the same cells, for the same reason, with the same value`, async () => {
      const row = fc.tuple(fc.constant("x"), fc.oneof(cell, plausible(schema)));
      const { accepted, differences } = await readTwice(sourceOfField(schema), row, MESSAGES - 1);
      expect(differences).toEqual([]);
      expect(accepted).toBeGreaterThan(0);
    });
});

describe("the SQL and the zod sides of a source", () => {
  for (const source of SOURCES)
    test(`${source.name}: accept and refuse the same rows, for the same first reason, with the same values`, async () => {
      const fields = [
        ...Object.values(source.schema.shape),
        ...(source.wide ? [source.wide.field, source.wide.field] : []),
      ];
      const row = fc.tuple(...fields.map(plausible));
      const { accepted, differences } = await readTwice(source, row, MESSAGES - 1);
      expect(differences).toEqual([]);
      expect(accepted).toBeGreaterThan(0);
    });
});

/** What differs between the two sides, line by line, and how many rows both accept. */
async function compare(source: Source, lines: readonly string[]) {
  const file = join(folder, "twins.csv");
  await writeFile(file, `${lines.join("\n")}\n`);
  const { blanks, quoted } = await scan(file);
  const unquoted = quoted ? undefined : { blanks };
  const header = readHeader("twins.csv", lines[0]!, source);
  if (!isHeader(header)) throw new Error(header.message);
  return withDuckDB(async (connection) => {
    const staged = { file, source, header, lines: lines.length, table: "staged", unquoted };
    const reader = await stage(connection, { ...staged, filtered: false, mapped: false });
    if (!("values" in reader)) throw new Error(reader.message);
    const rejected = { table: "staged", source, reader, width: header.width };
    await writeRejects(connection, rejected, `${file}.parquet`);
    const messages = messagesByLine(await rejectMessages(connection, `${file}.parquet`));
    const rows = await queryRows<Row>(connection, "SELECT * FROM staged ORDER BY line");
    const read = rows.filter(({ status }) => status !== "blank" && status !== "source");
    const differences = read.flatMap((row) => {
      const line = Number(row.line);
      const twin = expected(source, lines[line]!);
      const found = differencesOf(row, twin, messages.get(line));
      return found.map((difference) => `line ${line}, ${difference}: ${lines[line]}`);
    });
    return { differences, accepted: read.filter(({ status }) => status !== "rejected").length };
  });
}

type Row = Record<string, unknown> & { status: string };

function messagesByLine(messages: readonly string[]): Map<number, string> {
  return new Map(
    messages.map((message) => {
      const [, line, rest] = /^Line (\d+): (.*)$/s.exec(message)!;
      return [Number(line), rest!];
    }),
  );
}

function differencesOf(row: Row, twin: ReturnType<typeof expected>, message?: string): string[] {
  if (twin.torn) return row.status === "rejected" ? [] : ["cells"];
  if (twin.rejection) return message === twin.rejection ? [] : [`${message} ≠ ${twin.rejection}`];
  if (row.status === "rejected") return [`rejected by SQL alone, ${message}`];
  const months = ((row.months ?? []) as { value: number }[]).map(({ value }) => value);
  const pairs: [string, unknown, unknown][] = Object.entries(twin.values!).map(([key, value]) => [
    key,
    row[key],
    value,
  ]);
  return [...pairs, ["months", months, twin.months] as const].flatMap(([key, left, right]) =>
    comparable(left) === comparable(right)
      ? []
      : [`${key}, ${comparable(left)} ≠ ${comparable(right)}`],
  );
}

/** DECIMAL columns arrive as text, and 0 may be negative. */
function comparable(value: unknown): string {
  const decimal = typeof value === "string" && /^-?[0-9]+\.[0-9]{2}$/.test(value);
  return JSON.stringify(decimal ? Number(value) : value);
}

import { describe, expect, test } from "vitest";
import { z } from "zod";
import { definitionOf } from "../../../loaders/fields/field.js";
import { isHeader, readHeader } from "../../../loaders/ingest/header.js";
import { LAYOUTS, type SourceName } from "../../../loaders/sources/layouts.js";
import type { Source } from "../../../loaders/sources/source.js";
import { SOURCES, sourceOf } from "../../../loaders/sources/sources.js";

describe("sourceOf", () => {
  const NAMES: Record<string, string | undefined> = {
    "sigfaible_cotisdues.csv": "cotisation",
    "sigfaible_debits.csv.gz": "debit",
    "sigfaible_effectif_siren.csv": "effectif_ent",
    "sigfaible_effectif_siret.csv": "effectif",
    "StockEtablissement_utf8_geo.csv": "sirene",
    "sireneUL.csv": "sirene_ul",
    "StockEtablissementHistorique_utf8.csv": "sirene_histo",
    "filter_siren_2610.csv": "filter",
    "sigfaible_etablissement_utf8.csv": "comptes",
    "E_201902011200_Retro-Paydex_20190201.csv": "paydex",
    "bdf_2018.csv": "bdf",
    "paydex_stock_202509.csv": "paydex_stock",
    "mises-en-relation-2026-10.csv": "mises_en_relation",
    "journal_usage.csv": "journal_usage",
    "listes_detection.csv": "listes_detection",
    "evaluations_liste.csv": "evaluations_liste",
    "accompagnements.csv": "accompagnements",
    "conventions.csv": "conventions",
    "depenses.csv": "depenses",
    "notes.csv": undefined,
  };
  for (const [name, source] of Object.entries(NAMES))
    test(`recognises ${name} as ${source ?? "nothing"} (§1.1)`, () => {
      expect(sourceOf(name)?.name).toBe(source);
    });

  test("recognises each layout as itself, and no file as two sources", () => {
    for (const [name, { fileName }] of Object.entries(LAYOUTS)) {
      const found = SOURCES.filter((source) => source.recognises(fileName));
      expect(found.map((source) => source.name)).toEqual([name]);
    }
  });
});

function labelsOf({ labels }: Source, key: string): readonly string[] {
  return [key, ...(labels?.[key] ?? [])];
}

describe("the schema of a source", () => {
  test("reads, ignores or refuses every column of its layout", () => {
    for (const source of SOURCES.filter(({ name }) => name in LAYOUTS)) {
      const header = LAYOUTS[source.name as SourceName].header.join(source.delimiter);
      const read = readHeader("f.csv", header.replace("{months}", "eff202611"), source);
      if (!isHeader(read)) throw new Error(read.message);
      expect(read.notices).toEqual([]);
    }
  });

  for (const source of SOURCES.filter(({ name }) => name in LAYOUTS))
    test(`${source.name}: asks for columns that the layout has`, () => {
      const header = LAYOUTS[source.name as SourceName].header.map((label) => label.toLowerCase());
      const asked = Object.keys(source.schema.shape).filter(
        (key) => !labelsOf(source, key).some((label) => header.includes(label.toLowerCase())),
      );
      expect(asked).toEqual([]);
    });

  test("has a SQL twin for every field", () => {
    for (const source of SOURCES)
      for (const schema of Object.values(source.schema.shape))
        expect(definitionOf(schema).type).toBeTypeOf("string");
  });

  test("renders as JSON Schema, with its descriptions", () => {
    for (const source of SOURCES) {
      const rendered = z.toJSONSchema(source.schema, { io: "input" });
      expect(Object.keys(rendered.properties!)).toEqual(Object.keys(source.schema.shape));
    }
  });
});

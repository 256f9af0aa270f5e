import { describe, expect, test } from "vitest";
import { z } from "zod";
import { definitionOf } from "../../../loaders/fields/field.js";
import { LAYOUTS, type SourceName } from "../../../loaders/sources/layouts.js";
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

describe("the schema of a source", () => {
  for (const source of SOURCES.filter(({ name }) => name in LAYOUTS))
    test(`${source.name}: asks for columns that the layout has`, () => {
      const header = LAYOUTS[source.name as SourceName].header.map((label) => label.toLowerCase());
      const asked = Object.keys(source.schema.shape).map((key) => key.toLowerCase());
      expect(asked.filter((key) => !header.includes(key as never))).toEqual([]);
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

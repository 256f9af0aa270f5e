import { describe, expect, test } from "vitest";
import { sourceTables } from "../../../loaders/dictionary/sourceTables.js";
import type { DictionaryColumn } from "../../../src/lib/dictionary/dictionary.js";
import { boundsInWords, originInWords, valuesInWords } from "../../../src/lib/dictionary/words.js";

const tables = new Map(sourceTables().map((table) => [table.name, table]));

function bounds(name: string): string {
  const [table, column] = name.split(".");
  return boundsInWords(tables.get(table!)!.columns.find((one) => one.name === column)!);
}

describe("boundsInWords", () => {
  test("says the closed list, the bounds or the shape, or nothing", () => {
    expect(bounds("ccsf.code_externe_stade")).toBe("DEBUT, REFUS, APPROB, FIN, REJ");
    expect(bounds("apdemande.motif_recours_se")).toBe("de 1 à 7");
    expect(bounds("delai.duree_delai")).toBe("au moins 1");
    expect(bounds("delai.date_creation")).toBe("de 1800-01-01 à 2199-12-31");
    expect(bounds("debit.siret")).toBe("forme [0-9]{14}");
    expect(bounds("debit.mt_pp")).toBe("");
  });

  test("does not pass for a bound what an integer may hold", () => {
    expect(bounds("debit.num_hist_ecn")).toBe("");
  });

  test("keeps the decimals of a bound", () => {
    expect(bounds("delai.montant_global_echeancier")).toBe("au moins 0,01");
  });
});

describe("originInWords", () => {
  test("says who sends a table, how, and until when", () => {
    expect(originInWords(tables.get("paydex")!)).toBe(
      "Envoyée par Altares jusqu’à 2025-09 ; chaque fichier s’ajoute aux précédents.",
    );
    expect(originInWords(tables.get("debit")!)).toBe(
      "Envoyée par Urssaf ; chaque fichier remplace le précédent.",
    );
  });
});

describe("valuesInWords", () => {
  const table = { ...tables.get("delai")!, since: null };
  const column: DictionaryColumn = {
    ...table.columns[0]!,
    ...{ type: "string" as const, unit: "code", nullable: false, since: "2014-01" },
    ...{ values: ["A", "B"], pattern: null, minimum: null, maximum: null },
  };
  const words = (changes: object) => valuesInWords({ ...column, ...changes }, table);

  test("says all that a value may be, and nothing of what is not bounded", () => {
    expect(words({})).toBe("texte, code ; jamais vide ; A, B ; depuis 2014-01");
    expect(words({ nullable: true, values: null, since: null })).toBe("texte, code");
  });

  test("does not repeat as a unit what the type says", () => {
    expect(words({ type: "date", unit: "date" })).toMatch(/^date ; /);
    expect(words({ unit: "—" })).toMatch(/^texte ; /);
  });
});

import { describe, expect, test } from "vitest";
import { sourceTables } from "../../../loaders/dictionary/sourceTables.js";
import { searchColumns } from "../../../src/lib/dictionary/search.js";

const dictionary = { tables: sourceTables() };

const search = (text: string, table = "") =>
  searchColumns(dictionary, { text, table }).map(
    ({ table, column }) => `${table.name}.${column.name}`,
  );

describe("searchColumns", () => {
  test("finds a column by its name, its description or its unit, whatever accents and case", () => {
    expect(search("MT_PP")).toEqual(["debit.mt_pp"]);
    expect(search("echeancier")).toContain("delai.montant_global_echeancier");
    expect(search("heures")).toContain("apconso.heures");
  });

  test("wants all the words", () => {
    expect(search("directement cotisation")).toEqual(["cotisation.enc_direct"]);
  });

  test("keeps to one table when asked, whole without a word", () => {
    expect(search("", "filter")).toEqual([]);
    expect(search("", "paydex")).toEqual([
      "paydex.siren",
      "paydex.nb_jours",
      "paydex.nb_jours_lib",
      "paydex.date_valeur",
    ]);
  });
});

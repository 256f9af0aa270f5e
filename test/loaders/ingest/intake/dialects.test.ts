import { describe, expect, test } from "vitest";
import { readAlone } from "./readAlone.js";

const DELIMITERS = [",", ";", "\t", "|"];
const ENDS = ["\n", "\r\n", "\r"];
const QUOTES = ['"', ""];
const ENCODINGS: Record<string, (text: string) => Buffer> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-8 with a mark": (text) => Buffer.from(`\uFEFF${text}`),
  "iso-8859-15": (text) => Buffer.from(text, "latin1"),
  "utf-16le": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
};

/** One source whose quotes may stand alone, and one whose quotes pair. */
const FILES = {
  "sigfaible_cotisdues.csv": {
    cells: [
      ["Siret", "Compte", "periode", "enc_direct", "cotis_due", "Libellé"],
      ["11111111100014", "77", "202631", "10.5", "20", "été"],
      ["22222222200014", "78", "202632", "-3", "0", "Noël"],
    ],
    columns: "siret, compte, enc_direct::VARCHAR AS enc_direct, cotis_due::VARCHAR AS cotis_due",
  },
  "consommation_ap.csv": {
    cells: [
      ["ID_DA", "ETAB_SIRET", "HEURES", "MONTANTS", "EFFECTIFS", "MOIS", "Libellé"],
      ["d1", "11111111100014", "3.5", "214.0", "1", "2026-07-01", "été"],
      ["d2", "22222222200014", "4", "0", "2", "2026-08-01", "Noël"],
    ],
    columns: "id_da, etab_siret, heures::VARCHAR AS heures",
  },
};

function* dialects(cells: readonly (readonly string[])[]) {
  for (const delimiter of DELIMITERS)
    for (const end of ENDS)
      for (const quote of QUOTES)
        for (const [encoding, encode] of Object.entries(ENCODINGS)) {
          const lines = cells.map((row) => row.map((cell) => quote + cell + quote).join(delimiter));
          const name = JSON.stringify([delimiter, end, quote, encoding]);
          yield { name, encoding, bytes: encode(lines.map((line) => line + end).join("")) };
        }
}

describe("the 96 dialects of a file: delimiters, line endings, quotes and encodings", () => {
  test.each(Object.entries(FILES))(
    "%s: each gives the same table, every line accounted for",
    { timeout: 120_000 },
    async (name, { cells, columns }) => {
      const all = [...dialects(cells)];
      expect(all).toHaveLength(96);
      const { read, left } = await readAlone(
        name,
        all.map(({ bytes }) => bytes),
        columns,
      );
      for (const [index, { report, rows }] of read.entries()) {
        const { name: dialect, encoding } = all[index]!;
        expect(report.fatal, dialect).toBeNull();
        expect(report.encoding, dialect).toBe(encoding.replace(" with a mark", ""));
        expect(report, dialect).toMatchObject({ parsed: 2, valid: 2, rejected: 0, skipped: 0 });
        expect(rows, dialect).toEqual(read[0]!.rows);
      }
      expect(read[0]!.rows).toHaveLength(2);
      expect(left).toEqual([]);
    },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { type Dialect, splitLine, splitSql } from "../../../loaders/ingest/split.js";

const LAZY: Dialect = { delimiter: ";", quotes: "lazy" };
const STRICT: Dialect = { delimiter: ",", quotes: "strict" };

test("splitLine keeps empty cells at both ends", () => {
  expect(splitLine(";a;;", LAZY)).toEqual(["", "a", "", ""]);
  expect(splitLine(',"a",', STRICT)).toEqual(["", "a", ""]);
});

test("splitLine reads a quoted cell with delimiters and doubled quotes (RFC 4180, §2.6, 2.7)", () => {
  expect(splitLine('"a,""b""",c', STRICT)).toEqual(['a,"b"', "c"]);
});

test("splitLine refuses quotes that do not pair, unless they are lazy", () => {
  expect(splitLine('"a,b', STRICT)).toBeNull();
  expect(splitLine('a"b,c', STRICT)).toBeNull();
  expect(splitLine('"a;b', LAZY)).toEqual(['"a', "b"]);
});

test("splitLine reads back what RFC 4180 writes", () => {
  const cell = fc.string().map((text) => text.replace(/[\r\n]/g, ""));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
      expect(splitLine(line, STRICT)).toEqual(cells);
    }),
  );
});

test("splitSql gives the cells of splitLine", async () => {
  const line = fc.array(fc.constantFrom(...'ab"""; ,é\'\\'.split("")), { maxLength: 12 });
  const lines = fc.sample(line, { numRuns: 400, seed: 1 }).map((letters) => letters.join(""));
  for (const dialect of [LAZY, STRICT]) {
    const rows = await withDuckDB((connection) =>
      queryRows<{ cells: string[] | null }>(
        connection,
        `SELECT ${splitSql("l", dialect)} AS cells FROM (SELECT unnest([${lines
          .map((text) => `'${text.replaceAll("'", "''")}'`)
          .join(", ")}]) AS l)`,
      ),
    );
    expect(rows.map(({ cells }) => cells)).toEqual(lines.map((text) => splitLine(text, dialect)));
  }
});

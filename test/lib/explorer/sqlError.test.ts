import { expect, test } from "vitest";
import { boundedSql } from "../../../src/lib/explorer/boundedSql.js";
import { explainSqlError } from "../../../src/lib/explorer/sqlError.js";
import { offsetOf } from "../../../src/lib/explorer/sqlPosition.js";

/** As DuckDB-WASM 1.32 says them of `boundedSql`. */
const parser = (message: string) =>
  JSON.stringify({ exception_type: "Parser", exception_message: message, position: "30" });

test.each([
  [
    "select * form x",
    parser('syntax error at or near "x"\n\nLINE 2: select * form x\n                      ^'),
    /« x » n’est pas attendu à cet endroit/,
    { line: 1, column: 15 },
  ],
  [
    "select foo\nfrom effectif",
    'Binder Error: Referenced column "foo" not found in FROM clause!\nCandidate bindings: "periode", "valeur"\n\nLINE 2: select foo\n               ^',
    /la colonne « foo » n’existe pas.; peut-être « periode », « valeur »/,
    { line: 1, column: 8 },
  ],
  [
    "select *\nfrom inconnue",
    'Catalog Error: Table with name inconnue does not exist!\nDid you mean "indicateurs"?\n\nLINE 3: from inconnue\n             ^',
    /la table « inconnue » n’existe pas/,
    { line: 2, column: 6 },
  ],
  [
    "select 'abc",
    parser(
      "unterminated quoted string at or near \"'abc\n) LIMIT 11\"\n\nLINE 2: select 'abc\n               ^",
    ),
    /une apostrophe ou un guillemet n’est pas refermé/,
    { line: 1, column: 8 },
  ],
  [
    "select",
    parser('syntax error at or near ")"\n\nLINE 3: ) LIMIT 11\n        ^'),
    /elle s’arrête avant d’être complète/,
    null,
  ],
  [
    "select * from read_csv('http://exemple.fr')",
    "Permission Error: Cannot access file \"http://exemple.fr\" - file system operations are disabled by configuration\n\nLINE 2: select * from read_csv('http://exemple.fr')\n                      ^",
    /aucun fichier ni aucune adresse/,
    { line: 1, column: 15 },
  ],
  ["select 1", "Internal Error: surprise", /DuckDB répond « Internal Error: surprise »/, null],
])("an error of « %s » is told in French, where it is", (sql, error, message, position) => {
  const told = explainSqlError(error, sql);
  expect(told.message.replace(/[\u00a0\u202f]/g, " ")).toMatch(message);
  expect(told.position).toEqual(position);
});

test("a line that DuckDB cuts is found again in the query", () => {
  const sql = `select ${"periode, ".repeat(12)}montant from effectif`;
  const error = `Binder Error: Referenced column "montant" not found in FROM clause!\n\nLINE 2: ...periode, periode, montant from effectif\n                             ^`;
  const { position } = explainSqlError(error, sql);
  expect(sql.slice(offsetOf(position!, sql))).toMatch(/^montant/);
});

test("a position is an offset in the whole query", () => {
  expect(offsetOf({ line: 2, column: 6 }, "select *\nfrom inconnue")).toBe(14);
});

test("a query is read as a table, without what ends it", () => {
  expect(boundedSql("select 1 -- fin\n ; ", 10)).toBe(
    "SELECT * FROM (\nselect 1 -- fin\n) LIMIT 10",
  );
});

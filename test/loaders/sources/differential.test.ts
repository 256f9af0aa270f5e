import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { field } from "../../../loaders/fields/field.js";
import { delai } from "../../../loaders/sources/delai.js";
import { SOURCES } from "../../../loaders/sources/sources.js";
import { judge, SKIPS, type Verdicts } from "./differential/judge.js";
import { readBack } from "./differential/readBack.js";
import { generateRows } from "./differential/rows.js";

/** Rows judged on both sides, for each source. */
const ROWS = 10_000;

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "vigie-differential-"));
  await mkdir(join(work, "rejects"));
});
afterAll(() => rm(work, { recursive: true }));

/** First places where two sides differ: all of them would drown the report. */
function differences(sql: Verdicts, zod: Verdicts): string[] {
  const numbers = new Set([...Object.keys(sql.rejected), ...Object.keys(zod.rejected)]);
  const rejected = [...numbers].flatMap((line) => {
    const [left, right] = [sql.rejected[Number(line)], zod.rejected[Number(line)]];
    return left === right ? [] : [`line ${line}: SQL ${left} ≠ zod ${right}`];
  });
  const rows = sql.rows.flatMap((row, index) =>
    row === zod.rows[index] ? [] : [`row ${index + 1}: SQL ${row} ≠ zod ${zod.rows[index]}`],
  );
  return [...rejected.slice(0, 5), ...rows.slice(0, 5)];
}

/** A whole number from 1 on, of which the SQL side says something else. */
function apart(
  allowed: (value: string) => string,
  parse = (text: string) => `try_cast(${text} AS INTEGER)`,
) {
  return field<number>({
    type: "INTEGER",
    pattern: /[0-9]{1,3}/,
    refusal: "n’est pas un nombre entier",
    parse: { sql: parse, js: Number },
    allowed: { sql: allowed, js: (value) => value >= 1, refusal: "est nul" },
  });
}

describe(`${ROWS} generated rows are judged alike by the zod schema and by the compiled SQL`, () => {
  for (const source of SOURCES)
    test(`${source.name}: same rows accepted, rejected and skipped, same rule, same values`, async () => {
      const generated = generateRows(source, ROWS);
      const zod = judge(source, generated);
      const sql = await readBack(source, generated, work);
      expect(differences(sql, zod)).toEqual([]);
      const totals = ({ rejected, skipped, blank, rows }: Verdicts) => ({
        rejected: Object.keys(rejected).length,
        skipped,
        blank,
        rows: rows.length,
      });
      expect(totals(sql)).toEqual(totals(zod));
      expect(zod.rows.length).toBeGreaterThan(ROWS / 10);
      expect(Object.keys(zod.rejected).length).toBeGreaterThan(ROWS / 100);
    });

  const TWINS_APART: Record<string, ReturnType<typeof apart>> = {
    "a bound": apart((value) => `${value} >= 2`),
    "a value": apart(
      (value) => `${value} >= 1`,
      (text) => `try_cast(${text} AS INTEGER) + 1`,
    ),
  };
  for (const [what, duree_delai] of Object.entries(TWINS_APART))
    test(`${what} that differs between the two sides is seen`, async () => {
      const source = { ...delai, schema: delai.schema.extend({ duree_delai }) };
      const generated = generateRows(source, ROWS);
      const sql = await readBack(source, generated, work);
      expect(differences(sql, judge(source, generated))).not.toEqual([]);
    });

  test("the rows that a source sets aside are written apart, in the words of the document", () => {
    const skipping = SOURCES.filter(({ skip }) => skip).map(({ name }) => name);
    expect(Object.keys(SKIPS).sort()).toEqual(skipping.sort());
  });
});

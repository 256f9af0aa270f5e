import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeDemo } from "../../../loaders/demo/demo.js";
import { buildDictionary } from "../../../loaders/dictionary/dictionary.js";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import type { Dictionary } from "../../../src/lib/dictionary/dictionary.js";
import { BatchFolder } from "../ingest/batchFolder.js";

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await buildDictionary();
});

describe("a simulated batch, with faults", () => {
  test("keeps what the dictionary says of its columns: never empty, bounds, closed lists, shapes", async () => {
    const folder = await BatchFolder.create();
    const extracts = join(folder.root, "demo");
    await writeDemo({
      batch: "2610",
      companies: 200,
      months: 72,
      seed: 3,
      dirt: 0.02,
      out: extracts,
    });
    await folder.ingest({ extracts, filter: true });
    const broken = await withDuckDB(async (connection) => {
      const found: string[] = [];
      for (const { name, columns } of dictionary.tables) {
        const rules = columns.flatMap((column) =>
          ruleSql(column).map(
            (sql) => `count_if(${sql}) AS "${column.name} : ${sql.replaceAll('"', "'")}"`,
          ),
        );
        if (rules.length === 0) continue;
        const path = join(folder.snapshots, "2610", `${name}.parquet`);
        const [counts] = await queryRows<Record<string, string>>(
          connection,
          `SELECT ${rules.join(", ")} FROM read_parquet('${path}')`,
        );
        for (const [rule, count] of Object.entries(counts!))
          if (Number(count) > 0) found.push(`${name}.${rule} (${count} lignes)`);
      }
      return found;
    });
    expect(broken).toEqual([]);
  }, 120_000);
});

/** Conditions that no row may meet. */
function ruleSql(column: Dictionary["tables"][number]["columns"][number]): string[] {
  const { name, nullable, minimum, maximum, values, pattern } = column;
  const text = (value: number | string) =>
    typeof value === "number" ? String(value) : `'${value}'`;
  const list = values?.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return [
    ...(nullable ? [] : [`"${name}" IS NULL`]),
    ...(minimum === null ? [] : [`"${name}" < ${text(minimum)}`]),
    ...(maximum === null ? [] : [`"${name}" > ${text(maximum)}`]),
    ...(list === undefined ? [] : [`"${name}" NOT IN (${list})`]),
    ...(pattern === null ? [] : [`NOT regexp_full_match("${name}", '${pattern}')`]),
  ];
}

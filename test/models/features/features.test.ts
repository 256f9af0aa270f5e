import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { VARIABLES } from "../../../models/features/families.js";
import { buildFeatures } from "../../../models/features/features.js";
import { A, writeSnapshot } from "./economy.js";

const folder = () => mkdtempSync(join(tmpdir(), "vigie-features-"));
const MORE = `
  INSERT INTO clean_historique VALUES ('050000000'), ('300000000');
  INSERT INTO clean_effectif_ent SELECT '300000000', periode, 13 FROM clean_effectif_ent;
  INSERT INTO clean_effectif_ent SELECT DISTINCT '050000000', periode, 14 FROM clean_effectif_ent;`;

describe("buildFeatures", () => {
  it("writes one row per company and month, ordered, and nothing else in the folder", async () => {
    const out = folder();
    const { rows, file } = await buildFeatures({ snapshot: await writeSnapshot(MORE), out });
    const keys = await withDuckDB((connection) =>
      queryRows<{ siren: string; periode: string }>(
        connection,
        `SELECT siren, periode FROM ${literal(file)}`,
      ),
    );
    const sorted = [...keys].sort((a, b) =>
      `${a.siren}${a.periode}` < `${b.siren}${b.periode}` ? -1 : 1,
    );
    expect(keys).toEqual(sorted);
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(rows);
    expect(new Set(keys.map(({ siren }) => siren))).toEqual(new Set(["050000000", A, "300000000"]));
    expect(readdirSync(out)).toEqual(["features.parquet"]);
  });

  it("the file has every variable of the catalogue, then what happened next", async () => {
    const { file } = await buildFeatures({ snapshot: await writeSnapshot(), out: folder() });
    const columns = await withDuckDB((connection) =>
      queryRows<{ column_name: string; column_type: string }>(
        connection,
        `DESCRIBE FROM ${literal(file)}`,
      ),
    );
    const type = { flag: "BOOLEAN", category: "VARCHAR" } as const;
    expect(columns.map(({ column_name, column_type }) => [column_name, column_type])).toEqual([
      ["siren", "VARCHAR"],
      ["periode", "DATE"],
      ...VARIABLES.map(({ name, kind }) => [name, kind ? type[kind] : "DOUBLE"]),
      ...["en_procedure", "en_defaut", "strong_signal", "outcome"].map((name) => [name, "BOOLEAN"]),
    ]);
  });

  it("the same snapshot gives the same bytes", async () => {
    const snapshot = await writeSnapshot(MORE);
    const [first, second] = [
      await buildFeatures({ snapshot, out: folder() }),
      await buildFeatures({ snapshot, out: folder() }),
    ];
    expect(second?.sha256).toBe(first?.sha256);
  });

  it("names the missing source when the snapshot has no contributions", async () => {
    const snapshot = await writeSnapshot("DELETE FROM cotisation");
    await expect(buildFeatures({ snapshot, out: folder() })).rejects.toMatchObject({
      code: "missing-source",
      exitCode: 1,
    });
  });
});

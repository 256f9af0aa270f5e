import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaPath } from "../../src/lib/diffusion/addresses.js";
import type { Dataset } from "../../src/lib/diffusion/dataset.js";
import { openCsv } from "../../src/lib/diffusion/openCsv.js";
import { openSchema } from "../../src/lib/diffusion/openSchema.js";
import type { OpenTable } from "../../src/lib/diffusion/openTable.js";
import { stableJson } from "../../src/lib/stableJson.js";
import type { DuckDBConnection } from "../duckdb.js";
import { writeDatasetFiles } from "./datasetFiles.js";

/** Writes the CSV, Parquet and Table Schema of a table that is small enough to be read as it is. */
export async function writeOpenTable(
  connection: DuckDBConnection,
  folder: string,
  table: OpenTable,
  group: "table" | "reference",
): Promise<Dataset> {
  const schema = openSchema(table);
  const { name, label, description, source, rows } = table;
  await writeFile(join(folder, schemaPath(name)), stableJson(schema));
  const files = await writeDatasetFiles(connection, {
    ...{ folder, path: name, csv: openCsv(table), compressed: false, columns: schema.fields },
  });
  return {
    ...{ name, title: label, description, group, source, schema, files },
    rows: rows.length,
    span: null,
    schemaPath: schemaPath(name),
  };
}

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaPath, seriesPath } from "../../src/lib/diffusion/addresses.js";
import type { Dataset } from "../../src/lib/diffusion/dataset.js";
import { indicatorCsv } from "../../src/lib/diffusion/indicatorCsv.js";
import { indicatorSchema } from "../../src/lib/diffusion/indicatorSchema.js";
import { spanOf } from "../../src/lib/diffusion/period.js";
import type { PublishedSeries } from "../../src/lib/diffusion/publishedRows.js";
import { indicatorOf } from "../../src/lib/labels.js";
import { stableJson } from "../../src/lib/stableJson.js";
import type { DuckDBConnection } from "../duckdb.js";
import { writeDatasetFiles } from "./datasetFiles.js";
import { OPEN_TERRITORIES } from "./territories.js";

const TERRITORY_CODES = OPEN_TERRITORIES.map(({ code }) => code);

/** Writes the CSV, Parquet and Table Schema of every series; `done` is told each as it is finished. */
export async function writeEverySeries(
  connection: DuckDBConnection,
  folder: string,
  series: Iterable<PublishedSeries> | AsyncIterable<PublishedSeries>,
  done: (dataset: Dataset, series: PublishedSeries) => Promise<void>,
): Promise<void> {
  let writing = Promise.resolve();
  try {
    for await (const one of series) {
      // Made while the one before is compressed.
      const csv = indicatorCsv(one, TERRITORY_CODES);
      await writing;
      writing = writeSeries(connection, folder, one, csv).then((dataset) => done(dataset, one));
      writing.catch(() => {});
    }
  } finally {
    await writing;
  }
}

async function writeSeries(
  connection: DuckDBConnection,
  folder: string,
  { indicator: id, rows }: PublishedSeries,
  csv: Uint8Array,
): Promise<Dataset> {
  const indicator = indicatorOf(id);
  const schema = indicatorSchema(indicator, TERRITORY_CODES);
  const path = seriesPath(id);
  await writeFile(join(folder, schemaPath(path)), stableJson(schema));
  const files = await writeDatasetFiles(connection, {
    ...{ folder, path, csv, compressed: true, columns: schema.fields },
  });
  return {
    name: id,
    title: indicator.label,
    description: indicator.definition,
    group: "indicateur",
    source: indicator.source,
    rows: rows.periode.length,
    span: spanOf(rows.periode),
    schema,
    schemaPath: schemaPath(path),
    files,
  };
}

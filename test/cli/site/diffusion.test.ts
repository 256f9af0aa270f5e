import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { copyDiffusion, placeDiffusionTable } from "../../../cli/site/diffusion.js";
import { listFiles } from "../../../cli/site/files.js";
import { openDataProblems } from "../../../cli/site/openData.js";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import type { DiffusionTable } from "../../../src/lib/diffusion/diffusionTable.js";
import { SERIES, writeOpenBatch } from "../../fixtures/openBatch.js";
import { BATCH } from "../../fixtures/pageTables.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const none = () => false;

/** Page tables of two batches and of a later one, next to nothing but their open data. */
async function threeBatches(): Promise<string> {
  const base = temporaryFolder({ "2610/batch.json": JSON.stringify(BATCH) });
  for (const batch of ["2609", "2610", "2611"]) {
    await writeOpenBatch(join(base, batch, "diffusion"), { batch });
  }
  return base;
}

test("a site has the open data of its batch twice, of earlier ones at their address, of no later one", async () => {
  const base = await threeBatches();
  const site = join(base, "site");
  await copyDiffusion(join(base, "2610"), "2610", site);
  const files = await listFiles(join(site, "diffusion"));
  expect(new Set(files.map((file) => file.split("/")[0]))).toEqual(
    new Set(["2609", "2610", "latest"]),
  );
  const [dated, latest] = ["2610", "latest"].map((folder) =>
    readFileSync(join(site, "diffusion", folder, "indicateurs/entreprises.parquet")),
  );
  expect(latest).toEqual(dated);
  expect(await openDataProblems(join(site, "diffusion"), files.filter(isData), none)).toEqual([]);
});

test("every address of the catalogue leads to a file, from the folder of the batch and from the last one", async () => {
  const base = await threeBatches();
  const site = join(base, "site");
  await copyDiffusion(join(base, "2610"), "2610", site);
  const files = new Set((await listFiles(site)).map((file) => `/${file}`));
  for (const folder of ["2610", "latest"]) {
    const file = `/diffusion/${folder}/catalogue.json`;
    const text = readFileSync(join(site, file), "utf8");
    const addresses = [...text.matchAll(/"@id": "(\.\.\/[^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(10);
    const paths = addresses.map((one) => new URL(one, `http://localhost${file}`).pathname);
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
  }
});

test("the page lists the files of the batch where they are served, none elsewhere", async () => {
  const base = await threeBatches();
  const table = async (served: boolean): Promise<DiffusionTable> => {
    await placeDiffusionTable(base, join(base, "2610"), served);
    const file = join(base, ".observablehq/cache/data/diffusion.json");
    return JSON.parse(readFileSync(file, "utf8")) as DiffusionTable;
  };
  const shown = await table(true);
  expect(shown.datasets).toHaveLength(SERIES.length + 1 + 3);
  expect(shown.datasets[0]).toMatchObject({
    title: "Entreprises suivies",
    rows: 5,
    files: { csv: { path: "indicateurs/entreprises.csv.gz" } },
  });
  expect(shown.licence?.title).toBe("Licence Ouverte 2.0");
  expect(await table(false)).toMatchObject({ batch: "2610", datasets: [], licence: null });
});

const isData = (file: string): boolean => /\.(csv\.gz|parquet)$/.test(file);

test("a SIREN in a compressed CSV or in a Parquet file is found, an amount as long is not", async () => {
  const folder = temporaryFolder({
    "a.schema.json": '{"fields":[{"name":"code"},{"name":"valeur"}]}',
    "b.schema.json": '{"fields":[{"name":"code"},{"name":"siren"},{"name":"valeur"}]}',
  });
  writeFileSync(
    join(folder, "a.csv.gz"),
    gzipSync("code,valeur\r\nFR,123456789.0\r\n005520135,1\r\n"),
  );
  await withDuckDB((connection) =>
    copyToParquet(
      connection,
      "SELECT 'x 552013500018 55201350001812' AS code, 300000007 AS siren, 123456789::DOUBLE AS valeur",
      join(folder, "b.parquet"),
    ),
  );
  expect(await openDataProblems(folder, ["a.csv.gz", "b.parquet"], none)).toEqual([
    "a.csv.gz : identifiant 005520135",
    "b.parquet : identifiant 300000007",
    "b.parquet : identifiant 55201350001812",
  ]);
  const listed = (one: string) => one.startsWith("005520135") || one.startsWith("552013500");
  expect(await openDataProblems(folder, ["a.csv.gz"], listed)).toEqual([]);
});

test("a file that cannot be read, without a schema or of other columns is refused", async () => {
  const folder = temporaryFolder({ "a.csv.gz": "not gzip", "c.schema.json": '{"fields":[]}' });
  for (const name of ["b", "c"])
    writeFileSync(join(folder, `${name}.csv.gz`), gzipSync("x\r\n1\r\n"));
  expect(await openDataProblems(folder, ["a.csv.gz", "b.csv.gz", "c.csv.gz"], none)).toEqual([
    "a.csv.gz : illisible",
    "b.csv.gz : sans schéma",
    "c.csv.gz : colonnes x au lieu de ",
  ]);
});

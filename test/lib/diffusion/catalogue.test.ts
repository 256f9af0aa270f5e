import { expect, test } from "vitest";
import { catalogue } from "../../../src/lib/diffusion/catalogue.js";
import type { Dataset } from "../../../src/lib/diffusion/dataset.js";
import { BATCH } from "../../fixtures/pageTables.js";

const DATASET: Dataset = {
  name: "effectif",
  title: "Effectif salarié",
  description: "Somme des effectifs.",
  group: "indicateur",
  source: "Urssaf",
  rows: 2,
  span: { start: "2018-10-01", end: "2026-09-30" },
  schema: { $schema: "", fields: [], missingValues: [""] },
  schemaPath: "indicateurs/effectif.schema.json",
  files: [
    {
      ...{ path: "indicateurs/effectif.csv.gz", format: "csv", compressed: true },
      ...{ bytes: 12, sha256: "ab".repeat(32) },
    },
    {
      ...{ path: "indicateurs/effectif.parquet", format: "parquet", compressed: false },
      ...{ bytes: 34, sha256: "cd".repeat(32) },
    },
  ],
};

type Node = Record<string, unknown>;
const built = catalogue(BATCH, [DATASET]) as Node;
const dataset = (built["dcat:dataset"] as Node[])[0]!;
const distributions = dataset["dcat:distribution"] as Node[];

/**
 * Mandatory and recommended properties, DCAT-AP 3.0 §7 (Catalogue, Dataset, Distribution), and those
 * the portals ask for: contact points aside, which the service has none to give.
 */
test.each([
  ["catalogue", built, "title description publisher license language issued modified spatial"],
  [
    "dataset",
    dataset,
    "title description publisher identifier issued modified spatial temporal accrualPeriodicity license language",
  ],
  ["distribution", distributions[0]!, "title format license conformsTo"],
])("a %s has what DCAT-AP asks for", (_, node, names) => {
  const found = Object.keys(node);
  expect(found).toEqual(expect.arrayContaining(names.split(" ").map((name) => `dct:${name}`)));
});

test("a dataset has a theme and keywords, a distribution its address, type, size and checksum", () => {
  expect(dataset).toHaveProperty("dcat:theme");
  expect(dataset["dcat:keyword"]).not.toHaveLength(0);
  for (const one of distributions) {
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining([
        ...["dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dcat:byteSize"],
        "spdx:checksum",
      ]),
    );
  }
});

test("each file is given at the address of its batch and at the one of the last batch", () => {
  expect(distributions.map((one) => (one["dcat:downloadURL"] as Node)["@id"])).toEqual([
    "../2610/indicateurs/effectif.csv.gz",
    "../2610/indicateurs/effectif.parquet",
    "../latest/indicateurs/effectif.csv.gz",
    "../latest/indicateurs/effectif.parquet",
  ]);
});

test("invented data say so in every title; real ones do not", () => {
  const titles = (node: object) => JSON.stringify(node).match(/Données fictives/g)?.length ?? 0;
  expect(titles(built)).toBe(2);
  expect(titles(catalogue({ ...BATCH, fictitious: false }, [DATASET]))).toBe(0);
});

test("every prefix is declared", () => {
  const prefixes = [...JSON.stringify(built).matchAll(/"(?:@id":")?([a-z]+):(?!\/\/)\w+/g)];
  const declared = Object.keys(built["@context"] as Node);
  expect([...new Set(prefixes.map(([, prefix]) => prefix))].sort()).toEqual(declared.sort());
});

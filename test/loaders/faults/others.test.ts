import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { type Header, readHeader } from "../../../loaders/ingest/header.js";
import { stage } from "../../../loaders/ingest/stage.js";
import { cotisation } from "../../../loaders/sources/cotisation.js";
import { FAULT_CODES } from "../../../src/lib/faults/faults.js";
import { BatchFolder } from "../ingest/batchFolder.js";
import { CSV_FAULTS } from "./csvFaults.js";
import { DOMAIN_FAULTS } from "./domainFaults.js";
import { findingsOf } from "./findings.js";
import { INPUTS, linesOf, textOf } from "./inputs.js";
import { OTHER_FAULTS } from "./others.js";

describe("the vocabulary of faults", () => {
  test.each(Object.entries(OTHER_FAULTS))("%s is found", async (code, { files, file, found }) => {
    const folder = await BatchFolder.create();
    for (const [name, text] of Object.entries(files)) await folder.put(name, text);
    const report = await folder.ingest({ filter: code === "out-of-perimeter" });
    expect(findingsOf(report.files.find((entry) => entry.file === file)!)).toContainEqual(found);
  });

  test("line-count is found when a file changes between its count and its reading", async () => {
    const folder = await BatchFolder.create();
    const { fileName } = INPUTS.cotisation!;
    await folder.put(fileName, textOf(INPUTS.cotisation!));
    const file = join(folder.extracts, fileName);
    const header = readHeader(fileName, linesOf(INPUTS.cotisation!)[0]!, cotisation) as Header;
    const found = await withDuckDB((connection) =>
      stage(connection, {
        ...{ file, source: cotisation, header, lines: 4 },
        ...{ table: "staged", filtered: false, mapped: false },
      }),
    );
    expect(found).toMatchObject({ code: "line-count" });
  });

  test("holds no code that the reader never raises: each has its test", () => {
    const raised = [
      ...Object.keys(CSV_FAULTS),
      ...DOMAIN_FAULTS.flatMap(({ found }) => found?.code ?? []),
      ...Object.keys(OTHER_FAULTS),
      "line-count",
    ];
    expect([...FAULT_CODES].filter((code) => !raised.includes(code))).toEqual([]);
  });
});

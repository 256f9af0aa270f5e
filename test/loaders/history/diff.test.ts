import { describe, expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { diffVersions } from "../../../loaders/history/diff.js";
import { findVersion } from "../../../loaders/history/version.js";
import { BatchFolder } from "../ingest/batchFolder.js";
import { DUES, dues, duesFile, ingestOnly } from "./twoBatches.js";

async function twoBatches(): Promise<BatchFolder> {
  const folder = await BatchFolder.create();
  await ingestOnly(folder, "2609", { [DUES]: duesFile(dues("1", 10), dues("2", 10)) });
  await ingestOnly(folder, "2610", {
    [DUES]: duesFile(dues("1", 10), dues("2", 15), dues("3", 5)),
  });
  return folder;
}

const diff = async (folder: BatchFolder, before: string, now: string, only?: string) => {
  const versions = await Promise.all(
    [before, now].map((name) => findVersion(folder.snapshots, name)),
  );
  return withDuckDB((connection) => diffVersions(connection, versions[0]!, versions[1]!, only));
};

describe("the difference between two batches", () => {
  test("gives rows, keys and exact sums, the largest move first", async () => {
    const folder = await twoBatches();
    const tables = await diff(folder, "2609", "2610");
    const [first] = tables;
    expect(first!.moved).toBeGreaterThan(0);
    expect(tables.map(({ moved }) => moved)).toEqual(
      tables.map(({ moved }) => moved).sort((a, b) => b - a),
    );
    const cotisation = tables.find(({ table }) => table === "cotisation")!;
    expect(cotisation).toMatchObject({
      before: 2,
      now: 3,
      appeared: 1,
      changed: 1,
      disappeared: 0,
      kept: 1,
      moved: 2 / 3,
    });
    const paid = cotisation.columns.find(({ column }) => column === "enc_direct")!;
    expect(paid.sum).toEqual({ before: "20.00", now: "30.00" });
    expect([paid.quantiles.before![1], paid.quantiles.now![1]]).toEqual([10, 10]);
    expect(paid.quantiles.now![0]).toBe(5);
  });

  test("is empty between a batch and itself", async () => {
    const folder = await twoBatches();
    for (const table of await diff(folder, "2610", "2610"))
      expect(table).toMatchObject({ moved: 0, columns: [] });
  });

  test("compares two versions of a batch by their fingerprints", async () => {
    const folder = await twoBatches();
    const former = (await findVersion(folder.snapshots, "2610")).print;
    await ingestOnly(folder, "2610", { [DUES]: duesFile(dues("1", 10)) });
    const [only] = await diff(folder, `2610@${former.slice(0, 6)}`, "2610", "cotisation");
    expect(only).toMatchObject({ table: "cotisation", before: 3, now: 1, disappeared: 2 });
  });

  test.each([
    ["2613", "batch-key"],
    ["2610@", "batch-key"],
    ["2611", "snapshot-missing"],
    ["2610@000000000000", "version-missing"],
  ])("refuses %s: %s", async (name, code) => {
    const folder = await BatchFolder.create();
    await ingestOnly(folder, "2610", { [DUES]: duesFile(dues("1", 10)) });
    await expect(findVersion(folder.snapshots, name)).rejects.toMatchObject({ code, exitCode: 2 });
  });

  test("names the tables there are when it is asked for another", async () => {
    const folder = await twoBatches();
    await expect(diff(folder, "2609", "2610", "debits")).rejects.toMatchObject({
      code: "table-missing",
      remedy: expect.stringContaining("debit,"),
    });
  });
});

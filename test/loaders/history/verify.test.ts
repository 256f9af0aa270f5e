import { chmod, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../loaders/history/entry.js";
import { verifySnapshot, verifySnapshots } from "../../../loaders/history/verify.js";
import { printOf, versionsOf } from "../../../loaders/ingest/publish.js";
import { BatchFolder } from "../ingest/batchFolder.js";
import { DUES, dues, duesFile, ingestOnly } from "./twoBatches.js";

async function published(): Promise<{ folder: BatchFolder; path: string; print: string }> {
  const folder = await BatchFolder.create();
  const files = { [DUES]: duesFile(dues("1", 10), "1;2") };
  const { snapshot } = await ingestOnly(folder, "2610", files);
  return { folder, path: await realpath(snapshot), print: await printOf(snapshot) };
}

const entry = (snapshot: string, event: Entry["event"] = "ingest", seq = 1): Entry =>
  ({ seq, event, batch: "2610", snapshot }) as Entry;

describe("a published snapshot", () => {
  test("is sound as long as nobody touches its files", async () => {
    const { path, print } = await published();
    expect(await verifySnapshot(path, print)).toEqual([]);
  });

  test("is found to have changed: a table, the rejected rows, the manifest, a file gone", async () => {
    const { path, print } = await published();
    const damage = async (file: string) => {
      await chmod(join(path, file), 0o644);
      await writeFile(join(path, file), "damaged");
    };
    await damage("clean_cotisation.parquet");
    const [rejects] = await readdir(join(path, "rejects"));
    await rm(join(path, "rejects", rejects!));
    expect((await verifySnapshot(path, print)).sort()).toEqual([
      "clean_cotisation.parquet n’a plus l’empreinte enregistrée",
      `rejects/${rejects} a disparu`,
    ]);
    await damage("manifest.json");
    expect((await verifySnapshot(path, print))[0]).toContain("manifest.json a changé");
  });

  test("is kept for ever once shown on a site, the others go with the second that follows", async () => {
    const { folder, print } = await published();
    for (const due of [1, 2, 3]) {
      await folder.put(DUES, duesFile(dues("1", due)));
      await folder.ingest({ published: [print] });
    }
    expect(await versionsOf(folder.snapshots, "2610")).toHaveLength(3);
    expect(await versionsOf(folder.snapshots, "2610")).toContain(print);
  });

  test("gives the same bytes again from the same extracts, whatever was published between", async () => {
    const { folder, print } = await published();
    const other = { [DUES]: duesFile(dues("9", 9)) };
    await ingestOnly(folder, "2610", other);
    await ingestOnly(folder, "2611", other);
    const { snapshot } = await ingestOnly(folder, "2610", {
      [DUES]: duesFile(dues("1", 10), "1;2"),
    });
    expect(await printOf(snapshot)).toBe(print);
  });
});

describe("the snapshots that the journal tells of", () => {
  test("are found sound, missing from the disk, or missing from the journal", async () => {
    const { folder, print } = await published();
    const { snapshots } = folder;
    expect(await verifySnapshots([entry(print)], snapshots)).toEqual([]);
    expect(await verifySnapshots([], snapshots)).toMatchObject([
      { entry: null, message: `2610@${print} : publié sans entrée au journal` },
    ]);
    const gone = "0".repeat(12);
    expect(await verifySnapshots([entry(gone), entry(print, "ingest", 2)], snapshots)).toEqual([]);
    expect(
      await verifySnapshots([entry(gone, "publish"), entry(print, "ingest", 2)], snapshots),
    ).toMatchObject([{ entry: 1, message: `2610@${gone} : l’instantané a disparu` }]);
  });
});

import { createHash } from "node:crypto";
import { chmod, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BatchFolder, EFFECTIF_ENT } from "../ingest/batchFolder.js";
import { DUES, dues, duesFile, ingestOnly } from "./twoBatches.js";

const HEADCOUNT = "sigfaible_effectif_siren.csv";
const STAFF = [EFFECTIF_ENT, "111111111;20;20;20;X", "222222222;1;1;1;Y"];
const CODE = "code of the readers";

/** SHA-256 by file of a published snapshot. */
async function contents(snapshot: string): Promise<Record<string, string>> {
  const folder = await realpath(snapshot);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sums: Record<string, string> = {};
  for (const entry of entries.filter((found) => found.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    sums[entry.name] = createHash("sha256").update(bytes).digest("hex");
  }
  return sums;
}

const reusedIn = (report: { files: { file: string; reused: boolean }[] }): string[] =>
  report.files.filter(({ reused }) => reused).map(({ file }) => file);

const bad = "1;14;11111111111111;77;2026;1;10;20";

describe("a source that has not changed", () => {
  test("is not read again when another changes, and the snapshot is the same bytes", async () => {
    const [folder, fresh] = [await BatchFolder.create(), await BatchFolder.create()];
    const first = { [DUES]: duesFile(dues("77", 10), bad), [HEADCOUNT]: STAFF };
    expect(reusedIn(await ingestOnly(folder, "2610", first, CODE))).toEqual([]);
    const second = { ...first, [HEADCOUNT]: [...STAFF, "333333333;2;2;2;Z"] };
    const report = await ingestOnly(folder, "2610", second, CODE);
    expect(reusedIn(report)).toEqual([DUES]);
    expect(report.files[0]!.messages).toHaveLength(1);
    const whole = await ingestOnly(fresh, "2610", second);
    expect(reusedIn(whole)).toEqual([]);
    expect(await contents(report.snapshot)).toEqual(await contents(whole.snapshot));
  });

  test("is taken over with all its files when nothing at all has changed", async () => {
    const folder = await BatchFolder.create();
    const files = { [DUES]: duesFile(dues("77", 10), bad), [HEADCOUNT]: STAFF };
    const first = await ingestOnly(folder, "2610", files, CODE);
    const before = await contents(first.snapshot);
    const again = await ingestOnly(folder, "2610", files, CODE);
    expect(reusedIn(again)).toEqual([DUES, HEADCOUNT]);
    expect(await contents(again.snapshot)).toEqual(before);
    expect({ ...again, files: [], seconds: 0 }).toEqual({ ...first, files: [], seconds: 0 });
  });

  test("is read again when its bytes, its reader or what it is filtered by changes", async () => {
    const folder = await BatchFolder.create();
    const ingest = (lines: readonly string[], staff: readonly string[], code: string) =>
      ingestOnly(folder, "2610", { [DUES]: lines, [HEADCOUNT]: staff }, code);
    const lines = duesFile(dues("77", 10));
    const filtered = async (staff: readonly string[], code: string) => {
      await ingest(lines, staff, code);
      return folder.ingest({ filter: true, code });
    };
    expect(reusedIn(await filtered(STAFF, CODE))).toEqual([]);
    expect(reusedIn(await folder.ingest({ filter: true, code: CODE }))).toEqual([DUES, HEADCOUNT]);
    await folder.put(HEADCOUNT, [...STAFF, "333333333;30;30;30;Z"]);
    expect(reusedIn(await folder.ingest({ filter: true, code: CODE }))).toEqual([]);
    expect(reusedIn(await folder.ingest({ filter: true, code: "other" }))).toEqual([]);
    expect(reusedIn(await folder.ingest({ filter: true }))).toEqual([]);
    await folder.put(DUES, duesFile(dues("77", 11)));
    expect(reusedIn(await folder.ingest({ filter: true, code: "other" }))).toEqual([HEADCOUNT]);
  });

  test("is read again when its table was damaged on the disk, which mends the snapshot", async () => {
    const folder = await BatchFolder.create();
    const files = { [DUES]: duesFile(dues("77", 10)), [HEADCOUNT]: STAFF };
    const { snapshot } = await ingestOnly(folder, "2610", files, CODE);
    const before = await contents(snapshot);
    const damaged = join(await realpath(snapshot), "cotisation.parquet");
    await chmod(damaged, 0o644);
    await writeFile(damaged, "damaged");
    expect(reusedIn(await ingestOnly(folder, "2610", files, CODE))).toEqual([HEADCOUNT]);
    expect(await contents(snapshot)).toEqual(before);
  });

  test("is taken over from a batch set aside because another file could not be read", async () => {
    const folder = await BatchFolder.create();
    const lines = duesFile(dues("77", 10));
    const broken = { [DUES]: lines, [HEADCOUNT]: ["siren", "1"] };
    await expect(ingestOnly(folder, "2610", broken, CODE)).rejects.toThrow(/incomplet/);
    const report = await ingestOnly(folder, "2610", { [DUES]: lines, [HEADCOUNT]: STAFF }, CODE);
    expect(reusedIn(report)).toEqual([DUES]);
  });

  test("is the same file compressed or not: another sha256, another reading, the same table", async () => {
    const folder = await BatchFolder.create();
    const lines = duesFile(dues("77", 10));
    const plain = await ingestOnly(folder, "2610", { [DUES]: lines }, CODE);
    await ingestOnly(folder, "2611", {}, CODE).catch(() => undefined);
    await folder.put(`${DUES}.gz`, gzipSync(`${lines.join("\n")}\n`));
    const packed = await folder.ingest({ batch: "2610", code: CODE });
    expect(reusedIn(packed)).toEqual([]);
    expect(packed.tables).toEqual(plain.tables);
  });
});

test("the files of a published snapshot are read-only", async () => {
  const folder = await BatchFolder.create();
  await ingestOnly(folder, "2610", { [DUES]: duesFile(dues("77", 10), bad) });
  const { stat } = await import("node:fs/promises");
  for (const file of ["manifest.json", "cotisation.parquet"]) {
    const { mode } = await stat(join(folder.snapshots, "2610", file));
    expect(mode & 0o222, file).toBe(0);
  }
});

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeWork, publish } from "../../../loaders/ingest/publish.js";

async function snapshots(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-publish-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function release(folder: string, version: number): Promise<void> {
  const work = await makeWork(folder, "2610");
  await writeFile(join(work, "a"), String(version));
  await writeFile(join(work, "b"), String(version));
  await publish(folder, "2610", work, `manifest ${version}`);
}

test("a reader always finds a whole snapshot while others replace it", async () => {
  const folder = await snapshots();
  await release(folder, 0);
  let writing = true;
  const writer = (async () => {
    for (let version = 1; version <= 40; version++) await release(folder, version);
    writing = false;
  })();
  let reads = 0;
  while (writing) {
    expect(await readFile(join(folder, "2610", "a"), "utf8")).toMatch(/^[0-9]+$/);
    reads++;
  }
  await writer;
  expect(reads).toBeGreaterThan(0);
  expect(await readFile(join(folder, "2610", "b"), "utf8")).toBe("40");
});

test("publishing the same content twice keeps one copy", async () => {
  const folder = await snapshots();
  await release(folder, 1);
  await release(folder, 1);
  expect(await readdir(join(folder, ".store"))).toHaveLength(1);
});

test("the work of a process that died is removed, that of a living one is not", async () => {
  const folder = await snapshots();
  const noSuchProcess = 2 ** 30;
  await mkdir(join(folder, `.work-2609-${noSuchProcess}`));
  await mkdir(join(folder, `.work-2609-${process.ppid}`));
  await makeWork(folder, "2610");
  expect((await readdir(folder)).sort()).toEqual(
    [".store", `.work-2609-${process.ppid}`, `.work-2610-${process.pid}`].sort(),
  );
});

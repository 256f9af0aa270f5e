import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { watchSources } from "../../../cli/dev/watch.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

let watcher: { close(): void } | undefined;
afterEach(() => watcher?.close());

const SETTLED = 300;

function started() {
  const root = temporaryFolder({ "models/a.ts": "1", "models/b.ts": "1", "other/c.ts": "1" });
  const told: string[][] = [];
  watcher = watchSources(root, ["models"], (files) => told.push(files));
  return { root, told };
}

test("files saved together are one change, told by name", async () => {
  const { root, told } = started();
  writeFileSync(join(root, "models/b.ts"), "2");
  writeFileSync(join(root, "models/a.ts"), "2");
  await wait(SETTLED);
  expect(told).toEqual([["models/a.ts", "models/b.ts"]]);
});

test("a file touched or saved as it was has not changed", async () => {
  const { root, told } = started();
  utimesSync(join(root, "models/a.ts"), new Date(), new Date());
  writeFileSync(join(root, "models/b.ts"), "1");
  writeFileSync(join(root, "other/c.ts"), "2");
  await wait(SETTLED);
  expect(told).toEqual([]);
});

test("a new folder is watched as well", async () => {
  const { root, told } = started();
  mkdirSync(join(root, "models/new"));
  await wait(SETTLED);
  writeFileSync(join(root, "models/new/d.ts"), "1");
  await wait(SETTLED);
  expect(told).toEqual([["models/new/d.ts"]]);
});

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Entry,
  hashOf,
  type JournalEvent,
  sealEntry,
} from "../../../loaders/history/entry.js";
import {
  append,
  publishedVersions,
  readChain,
  readJournal,
} from "../../../loaders/history/journal.js";
import { canonicalJson } from "../../../src/lib/stableJson.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const event = (batch: string, outputs = "o"): JournalEvent => ({
  event: "ingest",
  batch,
  snapshot: `${batch}ab`,
  inputs: { "été.csv": "1f" },
  outputs,
  code: "c0de",
});

/** A journal of entries for batches 2601 to 2605. */
async function journal(): Promise<string> {
  const file = join(temporaryFolder(), "data", "journal.jsonl");
  for (let month = 1; month <= 5; month++)
    await append(file, event(`260${month}`), `2026-0${month}-01T00:00:00Z`);
  return file;
}

const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(file, "utf8")).split("\n").slice(0, -1);

const write = (file: string, lines: readonly string[]): Promise<void> =>
  writeFile(file, lines.map((line) => `${line}\n`).join(""));

describe("the journal", () => {
  it("chains its entries, each with the hash of the one before", async () => {
    const { entries, fault, torn } = await readChain(await journal());
    expect([fault, torn]).toEqual([undefined, 0]);
    expect(entries.map(({ seq, batch }) => [seq, batch])).toEqual(
      [1, 2, 3, 4, 5].map((seq) => [seq, `260${seq}`]),
    );
    for (const [index, entry] of entries.entries()) {
      expect(entry.previous).toBe(entries[index - 1]?.hash ?? "0".repeat(64));
      expect(entry.hash).toBe(hashOf(entry));
    }
  });

  it("is the same bytes for the same events at the same times", async () => {
    expect(await readFile(await journal(), "utf8")).toBe(await readFile(await journal(), "utf8"));
  });

  it("gets no second entry when nothing new was published", async () => {
    const file = await journal();
    await append(file, event("2605"), "2027-01-01T00:00:00Z");
    await append(file, event("2603"), "2027-01-01T00:00:00Z");
    expect((await readChain(file)).entries).toHaveLength(5);
    await append(file, event("2605", "other"), "2027-01-01T00:00:00Z");
    expect((await readChain(file)).entries).toHaveLength(6);
  });

  it("names the entry whose line was edited", async () => {
    const file = await journal();
    const lines = await linesOf(file);
    await write(file, lines.with(2, lines[2]!.replace("2603ab", "2603ac")));
    expect((await readChain(file)).fault).toEqual({
      entry: 3,
      message: "a été modifiée après son écriture",
    });
    await expect(readJournal(file)).rejects.toMatchObject({ code: "journal-broken", exitCode: 1 });
    await expect(append(file, event("2606"), "2026-06-01T00:00:00Z")).rejects.toMatchObject({
      code: "journal-broken",
    });
  });

  it("finds an entry edited and sealed again, by the one that follows", async () => {
    const file = await journal();
    const lines = await linesOf(file);
    const { hash: _, ...entry } = JSON.parse(lines[2]!) as Entry;
    const forged = { ...entry, outputs: "forged" };
    await write(file, lines.with(2, canonicalJson({ ...forged, hash: hashOf(forged) })));
    expect((await readChain(file)).fault).toMatchObject({ entry: 4 });
  });

  it("finds the last entry forged, by the head of the journal", async () => {
    const file = await journal();
    const lines = await linesOf(file);
    const before = JSON.parse(lines[3]!) as Entry;
    const forged = sealEntry(before, event("2605", "forged"), "2026-05-01T00:00:00Z", 0);
    await write(file, lines.with(4, canonicalJson(forged)));
    expect((await readChain(file)).fault).toMatchObject({ entry: 5 });
  });

  it.each([0, 1, 3])("names the entry after the line %i that was deleted", async (deleted) => {
    const file = await journal();
    await write(file, (await linesOf(file)).toSpliced(deleted, 1));
    expect((await readChain(file)).fault).toMatchObject({
      entry: deleted + 1,
      message: expect.stringContaining("a été retirée ou déplacée"),
    });
  });

  it.each([0, 1, 4])("finds that it was truncated to %i entries", async (kept) => {
    const file = await journal();
    await write(file, (await linesOf(file)).slice(0, kept));
    expect((await readChain(file)).fault).toEqual({
      entry: kept + 1,
      message: `a disparu : le journal en comptait 5, il s’arrête à ${kept}`,
    });
  });

  it("finds that two entries were swapped", async () => {
    const file = await journal();
    const lines = await linesOf(file);
    await write(file, [lines[0]!, lines[2]!, lines[1]!, lines[3]!, lines[4]!]);
    expect((await readChain(file)).fault).toMatchObject({ entry: 2 });
  });

  it("recovers from a last line cut by a crash, and the next entry says so", async () => {
    const file = await journal();
    const text = await readFile(file, "utf8");
    const next = canonicalJson(sealEntry(undefined, event("2606"), "2026-06-01T00:00:00Z", 0));
    const cut = Buffer.from(next).subarray(0, 60);
    await writeFile(file, Buffer.concat([Buffer.from(text), cut]));
    const chain = await readChain(file);
    expect([chain.fault, chain.torn, chain.entries.length]).toEqual([undefined, 60, 5]);
    await append(file, event("2606"), "2026-06-01T00:00:00Z");
    const { entries, fault, torn } = await readChain(file);
    expect([fault, torn]).toEqual([undefined, 0]);
    expect(entries[5]).toMatchObject({ seq: 6, recovered: 60 });
  });

  it("recovers from a crash between an entry and the head of the journal", async () => {
    const file = await journal();
    const head = await readFile(`${file}.head`);
    await append(file, event("2606"), "2026-06-01T00:00:00Z");
    await writeFile(`${file}.head`, head);
    expect((await readChain(file)).fault).toBeUndefined();
    await append(file, event("2607"), "2026-07-01T00:00:00Z");
    expect((await readChain(file)).entries).toHaveLength(7);
  });

  it("lists the versions shown on a site, by batch", async () => {
    const file = await journal();
    await append(file, { ...event("2603"), event: "publish", audience: "public" }, "t");
    const { entries } = await readChain(file);
    expect(publishedVersions(entries)).toEqual(new Map([["2603", ["2603ab"]]]));
  });
});

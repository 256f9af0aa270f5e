import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unknownFile } from "../../../loaders/ingest/unknownFile.js";
import { LAYOUTS } from "../../../loaders/sources/layouts.js";
import { sourceOf } from "../../../loaders/sources/sources.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-unknown-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function noticeOf(content: string | Uint8Array): Promise<string> {
  const file = join(folder, "octobre_v2.csv");
  await writeFile(file, content);
  const { notices } = await unknownFile(file, folder);
  expect(notices).toHaveLength(1);
  return notices[0]!;
}

const NOTHING = "nom de fichier inconnu : non lu [unknown-file]";

test.each(Object.entries(LAYOUTS))(
  "a header of %s under another name is told, with a name that would have it read",
  async (name, layout) => {
    const labels = layout.header.map((label) => (label === "{months}" ? "eff202631" : label));
    const notice = await noticeOf(`${labels.join(layout.delimiter)}\n`);
    const source = sourceOf(layout.fileName)!;
    expect(source.name).toBe(name);
    expect(notice).toContain(`« ${source.title} », le renommer ${layout.fileName}`);
  },
);

test("it is told in an archive, in another encoding and with another separator", async () => {
  const { header, fileName } = LAYOUTS.cotisation;
  const text = Buffer.from(`\uFEFF${header.join("|")}\r`, "utf16le");
  expect(await noticeOf(gzipSync(text))).toContain(fileName);
});

test("a file that looks like nothing, or cannot be read, is only unknown", async () => {
  expect(await noticeOf("nom;date\na;b\n")).toBe(NOTHING);
  expect(await noticeOf("siren\n111111118\n")).toBe(NOTHING);
  expect(await noticeOf("")).toBe(NOTHING);
  expect(await noticeOf("%PDF-1.7")).toBe(NOTHING);
});

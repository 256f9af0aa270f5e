import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { BatchFolder, COTISATION } from "../batchFolder.js";

const FILE = "sigfaible_cotisdues.csv";
const TEXT = `${COTISATION};Libellé\n1;14;11111111111111;77;202631;1;10;20;été\n`;

async function zipOf(...files: [string, Buffer][]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}

const swapped = (content: Buffer) => Buffer.from(content).swap16();
const ENCODINGS: Record<string, [string, Buffer]> = {
  "utf-8": ["utf-8", Buffer.from(TEXT)],
  "utf-8 with a mark": ["utf-8", Buffer.from(`\uFEFF${TEXT}`)],
  "utf-16le": ["utf-16le", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
  "utf-16le without a mark": ["utf-16le", Buffer.from(TEXT, "utf16le")],
  "utf-16be": ["utf-16be", swapped(Buffer.from(`\uFEFF${TEXT}`, "utf16le"))],
  "iso-8859-15": ["iso-8859-15", Buffer.from(TEXT, "latin1")],
  "windows-1252": ["windows-1252", Buffer.from(TEXT.replace("été", "\x9cuvre"), "latin1")],
};

const COMPRESSIONS: Record<string, (content: Buffer) => Promise<Buffer> | Buffer> = {
  plain: (content) => content,
  gzip: (content) => gzipSync(content),
  zip: (content) => zipOf([FILE, content]),
};

test("every encoding, compressed or not, gives the same table and leaves no copy", async () => {
  const folder = await BatchFolder.create();
  let expected: unknown;
  for (const [encoding, content] of Object.values(ENCODINGS))
    for (const [compression, compress] of Object.entries(COMPRESSIONS)) {
      await folder.put(FILE, await compress(content));
      const { files } = await folder.ingest();
      const file = files[0]!;
      expect(file.fatal).toBeNull();
      expect(file.encoding).toBe(encoding);
      expect(file.compression).toBe(compression === "plain" ? null : compression);
      const rows = await folder.read("SELECT * FROM cotisation ORDER BY ALL");
      expected ??= rows;
      expect(rows).toEqual(expected);
      const names = await readdir(join(folder.snapshots, "2610"));
      expect(names.filter((name) => /^(expanded|utf8)-/.test(name))).toEqual([]);
    }
  expect(expected).toHaveLength(1);
}, 60_000);

test("a text that is named as an archive is read, with a notice", async () => {
  const folder = await BatchFolder.create();
  await folder.put(`${FILE}.gz`, TEXT);
  const { files } = await folder.ingest();
  expect(files[0]).toMatchObject({ valid: 1, compression: null });
  expect(files[0]!.notices[0]).toContain("n’est pas compressé");
});

async function fatalOf(content: Uint8Array): Promise<string | null> {
  const folder = await BatchFolder.create();
  await folder.put(FILE, content);
  const { files } = await folder.ingest({ allowIncomplete: true });
  return files[0]!.fatal;
}

test("a file that mixes UTF-8 and another encoding is refused with its line", async () => {
  const mixed = Buffer.concat([Buffer.from(TEXT), Buffer.from("caf\xe9\n", "latin1")]);
  expect(await fatalOf(mixed)).toMatch(/la ligne 2 n’est pas en UTF-8/);
});

test("an archive of an archive is refused", async () => {
  expect(await fatalOf(gzipSync(gzipSync(TEXT)))).toContain("autre archive");
});

test("an archive that swells out of measure is refused", async () => {
  expect(await fatalOf(gzipSync(Buffer.alloc(80 << 20, "a")))).toContain("200 fois");
});

test("a truncated gzip or zip is refused", async () => {
  expect(await fatalOf(gzipSync(TEXT).subarray(0, 60))).toContain("tronquée");
  expect(await fatalOf((await zipOf([FILE, Buffer.from(TEXT)])).subarray(0, 120))).toContain("zip");
});

test("a zip of several files is refused, and names them", async () => {
  const one = Buffer.from(TEXT);
  expect(await fatalOf(await zipOf(["a.csv", one], ["b.csv", one]))).toMatch(
    /« a.csv », « b.csv »/,
  );
});

test("a zip whose entry leaves its folder is refused", async () => {
  const zip = await zipOf(["aa/evil.csv", Buffer.from(TEXT)]);
  const slip = Buffer.from(zip.toString("latin1").replaceAll("aa/evil", "../evil"), "latin1");
  expect(await fatalOf(slip)).toContain("zip illisible");
});

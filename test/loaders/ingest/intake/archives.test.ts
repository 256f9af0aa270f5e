import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { COTISATION } from "../batchFolder.js";
import { readAlone } from "./readAlone.js";

const NAME = "sigfaible_cotisdues.csv";
const TEXT = Buffer.from(`${COTISATION}\n1;14;11111111100014;77;202631;1;10;20\n`);
const ZEROS = Buffer.alloc(80 << 20);

async function zipOf(files: Record<string, Buffer>, forceZip64Format = false): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(content, name, { forceZip64Format });
  zip.end({ forceZip64Format, comment: "" });
  return buffer(zip.outputStream);
}

/** Sets bit 0 of the flags of every entry, where each header keeps them (APPNOTE 4.3.7 and 4.3.12). */
function encrypted(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (const [signature, flags] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const) {
    const at = copy.indexOf(signature);
    copy[at + flags]! |= 1;
  }
  return copy;
}

async function readOne(bytes: Uint8Array) {
  const { read, left } = await readAlone(NAME, [bytes], "siret");
  expect(left).toEqual([]);
  return read[0]!.report;
}

test("a zip in the Zip64 format is read", async () => {
  expect(await readOne(await zipOf({ [NAME]: TEXT }, true))).toMatchObject({
    valid: 1,
    compression: "zip",
    fatal: null,
  });
});

const REFUSED: Record<string, [() => Promise<Buffer> | Buffer, RegExp]> = {
  "an encrypted zip": [
    async () => encrypted(await zipOf({ [NAME]: TEXT })),
    /chiffrée.*compression-error/,
  ],
  "a zip of nothing": [() => zipOf({}), /archive zip vide.*compression-error/],
  "a zip cut anywhere": [
    async () => (await zipOf({ [NAME]: TEXT })).subarray(0, -5),
    /zip illisible ou tronquée.*compression-error/,
  ],
  "a zip bomb of one entry": [
    () => zipOf({ [NAME]: ZEROS }),
    /200 fois la taille.*compression-error/,
  ],
  "a gzip bomb": [() => gzipSync(ZEROS), /200 fois la taille.*compression-error/],
  "a bomb in a bomb": [
    () => gzipSync(gzipSync(gzipSync(ZEROS))),
    /autre archive.*compression-error/,
  ],
  "a zip in a gzip": [
    async () => gzipSync(await zipOf({ [NAME]: TEXT })),
    /autre archive.*compression-error/,
  ],
  "a workbook": [
    () => zipOf({ "[Content_Types].xml": TEXT, "xl/workbook.xml": TEXT }),
    /classeur.*format-error/,
  ],
  "a zip of too many files to name": [
    () => zipOf(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.csv`, TEXT]))),
    /plusieurs fichiers.*« 19.csv ».*compression-error/,
  ],
};

test.each(Object.entries(REFUSED))("%s is refused with its reason", async (_, [make, says]) => {
  const report = await readOne(await make());
  expect(report.fatal).toMatch(says);
  expect(report).toMatchObject({ parsed: 0, valid: 0, encoding: null });
});

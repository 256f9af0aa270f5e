import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scan } from "../../../loaders/ingest/scan.js";

let file: string;
beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), "vigie-scan-")), "a.csv");
});
afterAll(() => rm(join(file, ".."), { recursive: true }));

test("scan counts lines, with or without a last line ending, and fingerprints the bytes", async () => {
  const line = fc.string().map((text) => [...text].filter((letter) => letter >= " ").join(""));
  const lines = fc.tuple(fc.array(line, { minLength: 1 }), fc.constantFrom("", "\n"));
  await fc.assert(
    fc.asyncProperty(lines, async ([rest, end]) => {
      const text = ["head", ...rest, "last"].join("\n") + end;
      await writeFile(file, text);
      expect(await scan(file)).toEqual({
        sha256: createHash("sha256").update(text).digest("hex"),
        bytes: Buffer.byteLength(text),
        lines: rest.length + 2,
        header: "head",
        unended: end === "",
        returns: false,
        blanks: rest.flatMap((text, index) => (text === "" ? [index + 1] : [])),
        quoted: text.includes('"'),
        oddQuotes: false,
        fatal: undefined,
      });
    }),
    { numRuns: 30 },
  );
});

test("scan accepts a character cut by the end of a block", async () => {
  const block = 1 << 20;
  for (const shift of [0, 1, 2, 3]) {
    await writeFile(file, `${"x".repeat(block - 4 - shift)}\n€𝄞\n`);
    expect((await scan(file)).fatal).toBeUndefined();
  }
});

test("scan tells the first line that is not UTF-8, far into the file", async () => {
  const lines = "ligne accentuée\n".repeat(100_000);
  await writeFile(file, Buffer.concat([Buffer.from(lines), Buffer.from("caf\xe9\nx\n", "latin1")]));
  expect((await scan(file)).fatal!.message).toBe("a.csv : la ligne 100000 n’est pas en UTF-8");
});

test("scan refuses a line longer than DuckDB reads", async () => {
  await writeFile(file, `head\n${"x".repeat(2_000_001)}\n`);
  expect((await scan(file)).fatal!.message).toContain("la ligne 1 compte plus de");
});

test("scan tells the empty lines, be they cut by the end of a block", async () => {
  const block = 1 << 20;
  for (const end of ["\n", "\r\n"])
    for (let shift = -4; shift <= 4; shift++) {
      const head = `head${end}${end}`;
      const long = "x".repeat(block - head.length - shift);
      await writeFile(file, [head + long, "", "", "last", "", "", ""].join(end));
      const seen = await scan(file);
      expect([seen.blanks, seen.lines]).toEqual([[1, 3, 4, 6, 7], 8]);
    }
});

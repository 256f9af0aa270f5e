import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDemo } from "../../loaders/demo/demo.js";
import { Random } from "../../loaders/demo/random.js";
import { ingest } from "../../loaders/ingest/ingest.js";
import { LAYOUTS } from "../../loaders/sources/layouts.js";
import { dataLines, MUTATIONS, type Mutant } from "./mutations.js";

/** Mutated files in all; `VIGIE_FUZZ=2000` for a whole night’s worth. */
const FILES = Number(process.env.VIGIE_FUZZ ?? 200);

/** Longest that one file may take, in seconds. */
const LONGEST = 30;

/** A round reads one mutant of each file of the demonstration. */
const ROUNDS = Math.ceil(FILES / Object.keys(LAYOUTS).length);

const kinds = Object.keys(MUTATIONS);

describe("files spoiled in every way", () => {
  let root: string;
  let originals: Mutant[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "vigie-fuzz-"));
    const { folder } = await writeDemo({
      batch: "2610",
      companies: 25,
      months: 24,
      seed: 3,
      dirt: 0.02,
      out: join(root, "demo"),
    });
    const names = (await readdir(folder)).filter((name) => /\.(csv|txt)$/.test(name));
    originals = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
    );
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const rounds = Array.from({ length: ROUNDS }, (_, round) => round);

  test.each(rounds)(
    "are read or refused, every line accounted for (round %i)",
    { timeout: 20 * LONGEST * 1000 },
    async (round) => {
      const random = new Random("fuzz", round);
      const mutants = originals.map((file, index) => {
        const kind = kinds[(round * originals.length + index) % kinds.length]!;
        return { kind, ...MUTATIONS[kind]!(file, random) };
      });
      const extracts = join(root, `extracts-${round}`);
      await mkdir(extracts);
      for (const { name, bytes } of mutants) await writeFile(join(extracts, name), bytes);
      const started = performance.now();
      const report = await ingest({
        batch: "2610",
        extracts,
        snapshots: join(root, `snapshots-${round}`),
        filter: false,
        allowIncomplete: true,
      });
      const seconds = (performance.now() - started) / 1000;
      expect(seconds / mutants.length).toBeLessThan(LONGEST);
      for (const { kind, ...mutant } of mutants) {
        const file = report.files.find(({ file: name }) => name === mutant.name)!;
        const label = `${kind}: ${mutant.name}`;
        expect(file, label).toBeDefined();
        expect(file.parsed, label).toBe(file.valid + file.rejected + file.skipped);
        if (file.fatal !== null) {
          expect(file.fatal, label).toMatch(/\S{3}.*\S{3}/);
          continue;
        }
        const lines = dataLines(mutant);
        const joined = file.notices.some((notice) => notice.endsWith("[multiline-cell]"));
        if (joined) expect(file.parsed + file.blank, label).toBeLessThan(lines ?? Infinity);
        else if (lines !== undefined) expect(file.parsed + file.blank, label).toBe(lines);
      }
      await rm(extracts, { recursive: true });
      await rm(join(root, `snapshots-${round}`), { recursive: true });
    },
  );
});

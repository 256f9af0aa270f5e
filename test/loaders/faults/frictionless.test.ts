import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { readFile, reportFile } from "../../../loaders/ingest/readFile.js";
import type { FileReport } from "../../../loaders/ingest/report.js";
import { sourceOf } from "../../../loaders/sources/sources.js";
import { FAULTS, isFaultCode } from "../../../src/lib/faults/faults.js";
import { FRICTIONLESS } from "../../../src/lib/faults/frictionless.js";
import { BatchFolder } from "../ingest/batchFolder.js";
import { CSV_FAULTS } from "./csvFaults.js";
import { findingsOf } from "./findings.js";
import { INPUTS, SIRENS, textOf } from "./inputs.js";

/** Reads one file of each input, all spoiled in the same way, as a batch reads its files. */
async function readSpoiled(
  spoil: (input: (typeof INPUTS)[string]) => { bytes: string | Buffer; suffix?: string },
): Promise<Map<string, FileReport>> {
  const folder = await BatchFolder.create();
  const work = join(folder.root, "work");
  await mkdir(join(work, "rejects"), { recursive: true });
  const reports = new Map<string, FileReport>();
  await withDuckDB(async (connection) => {
    for (const [table, input] of Object.entries(INPUTS)) {
      const { bytes, suffix = "" } = spoil(input);
      const name = input.fileName + suffix;
      await folder.put(name, bytes);
      const extract = { path: join(folder.extracts, name), name, source: sourceOf(name) };
      const reading = await readFile(connection, {
        ...{ extract, source: extract.source!, table, work, dateFin: "2026-10-01" },
        ...{ filtered: false, accounts: false },
      });
      const report = "reader" in reading ? await reportFile(connection, reading) : reading;
      reports.set(table, report);
    }
  });
  return reports;
}

describe("a sound file of each input", () => {
  test.each(Object.keys(INPUTS))("%s: nothing is found wrong", async (name) => {
    const reports = await readSpoiled((input) => ({ bytes: textOf(input) }));
    const report = reports.get(name)!;
    expect(findingsOf(report)).toEqual([]);
    expect(report).toMatchObject({ parsed: SIRENS.length, valid: SIRENS.length });
  });
});

describe("the 34 data errors of Frictionless, on three inputs", () => {
  test("are 34, each raised by a case below or accounted for", () => {
    expect(Object.keys(FRICTIONLESS)).toHaveLength(34);
    const raised = Object.entries(FRICTIONLESS).filter(([, other]) => other === null);
    expect(raised.map(([name]) => name).sort()).toEqual(Object.keys(CSV_FAULTS).sort());
    for (const [name] of raised) expect(isFaultCode(name), name).toBe(true);
  });

  for (const [code, { spoil, found }] of Object.entries(CSV_FAULTS))
    describe(code, () => {
      let reading: Promise<Map<string, FileReport>> | undefined;
      for (const [name, input] of Object.entries(INPUTS))
        test(`${name}: found under its name, at its row and column, and nothing else`, async () => {
          reading ??= readSpoiled(spoil);
          const report = (await reading).get(name)!;
          expect(findingsOf(report)).toEqual([expect.objectContaining({ code, ...found(input) })]);
          expect(report.parsed).toBe(report.valid + report.rejected + report.skipped);
          const { effect } = FAULTS[code as keyof typeof FAULTS];
          expect(report.fatal === null).toBe(effect !== "fatal");
          expect(report.rejected).toBe(effect === "rejected" ? 1 : 0);
          if (report.fatal !== null) expect(report.valid).toBe(0);
        });
    });

  const accounted = Object.entries(FRICTIONLESS).flatMap(([name, other]) =>
    other ? Object.keys(INPUTS).map((input) => [name, input, other] as const) : [],
  );
  test.each(accounted)("%s on %s: not raised, the vocabulary says why", (name, _, other) => {
    expect(other.why).toMatch(/\.$/);
    expect(isFaultCode(name)).toBe(false);
    for (const code of other.instead ?? []) expect(isFaultCode(code), code).toBe(true);
  });
});

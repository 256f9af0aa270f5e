import { describe, expect, test } from "vitest";
import type { IngestReport } from "../../../loaders/ingest/report.js";
import { LAYOUTS } from "../../../loaders/sources/layouts.js";
import { BatchFolder } from "../ingest/batchFolder.js";
import { DOMAIN_FAULTS, type DomainFault, MONTHS, SOUND } from "./domainFaults.js";
import { type Finding, findingsOf } from "./findings.js";

type SourceName = keyof typeof SOUND & keyof typeof LAYOUTS;

const SOURCES = Object.keys(SOUND) as SourceName[];

const labelsOf = (source: SourceName): string[] =>
  LAYOUTS[source].header.flatMap((label) => (label === "{months}" ? MONTHS : [label]));

function lineOf(source: SourceName, cells: Record<string, string>): string {
  const row: Record<string, string> = { ...SOUND[source], ...cells };
  return labelsOf(source)
    .map((label) => row[label] ?? "")
    .join(LAYOUTS[source].delimiter);
}

const faultsOf = (source: SourceName) => DOMAIN_FAULTS.filter((fault) => fault.source === source);

/** Line of a fault: after the sound row, in the order of the faults of its source. */
const placeOf = (fault: DomainFault) => faultsOf(fault.source as SourceName).indexOf(fault) + 2;

/** All the faults of a source in one file, after a sound row; read once. */
async function readAll(): Promise<IngestReport> {
  const folder = await BatchFolder.create();
  for (const source of SOURCES) {
    const { fileName, delimiter } = LAYOUTS[source];
    const rows = faultsOf(source).map(({ cells }) => lineOf(source, cells));
    await folder.put(fileName, [labelsOf(source).join(delimiter), lineOf(source, {}), ...rows]);
  }
  return folder.ingest();
}

let reading: Promise<IngestReport> | undefined;

async function findingsIn(source: SourceName): Promise<Finding[]> {
  reading ??= readAll();
  const { files } = await reading;
  return findingsOf(files.find((file) => file.source === source)!);
}

describe(`${DOMAIN_FAULTS.length} faults of the domain, never repaired, never guessed`, () => {
  test.each(DOMAIN_FAULTS)("$what ($source)", async (fault) => {
    const findings = await findingsIn(fault.source as SourceName);
    const line = fault.skipped ? null : placeOf(fault);
    if (fault.found) expect(findings).toContainEqual({ ...fault.found, line });
    else expect(findings.filter((finding) => finding.line === line)).toEqual([]);
  });

  test("a month without its column between two others", async () => {
    expect(await findingsIn("effectif_ent")).toContainEqual(
      expect.objectContaining({ code: "period-gap" }),
    );
  });

  test("nothing is found that was not put there", async () => {
    for (const source of SOURCES) {
      const put = faultsOf(source).flatMap(({ found }) => found?.code ?? []);
      const codes = (await findingsIn(source)).map(({ code }) => code);
      const known = source === "effectif_ent" ? [...put, "period-gap"] : put;
      const repeats = ["duplicate-row", "primary-key"];
      const odd = codes.filter((code) => !known.includes(code) && !repeats.includes(code));
      expect(odd, source).toEqual([]);
    }
  });

  test("every row is valid, rejected or set aside", async () => {
    const { files } = await reading!;
    for (const { source, parsed, valid, rejected, skipped } of files) {
      expect(parsed, source!).toBe(valid + rejected + skipped);
      expect(parsed, source!).toBe(faultsOf(source as SourceName).length + 1);
    }
  });
});

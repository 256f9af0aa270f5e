import type { SourcesTable } from "../../src/lib/tables.js";
import type { Manifest } from "../ingest/manifest.js";
import { SOURCES } from "../sources/sources.js";
import { splitTitle } from "./sourceTitle.js";

type SourceRow = SourcesTable["sources"][number];

/** Reference files, such as the correspondence of accounts, hold no date of their own. */
const UNDATED = "fichier de référence, sans date propre";

/** What was read from each source the batch holds or should hold, and how fresh it is. */
export function sourcesTable(manifest: Manifest): SourcesTable {
  const expected = SOURCES.filter(
    ({ name }) =>
      manifest.freshness.some(({ source }) => source === name) ||
      manifest.files.some(({ source }) => source === name),
  );
  return { sources: expected.map(({ name, title }) => sourceRow(manifest, name, title)) };
}

function sourceRow(manifest: Manifest, name: string, title: string): SourceRow {
  const fresh = manifest.freshness.find(({ source }) => source === name);
  return {
    source: name,
    ...splitTitle(title),
    freshness: fresh?.date ?? null,
    freshnessRule: fresh?.rule ?? UNDATED,
    rows: manifest.tables.find(({ table }) => table === name)?.rows ?? 0,
    files: manifest.files.filter(({ source }) => source === name).map(({ file }) => file),
  };
}

import { INDICATORS, type IndicatorId } from "../../src/lib/indicators.js";
import type { ProvenanceTable } from "../../src/lib/tables.js";
import type { Manifest } from "../ingest/manifest.js";
import { MEASURES, type MeasureId } from "./measures.js";
import type { ProtectedCube } from "./protectedCube.js";
import { labelOf } from "./sourceTitle.js";

/** Which companies are counted, where and in which sector: read by every indicator. */
const SCOPE_SOURCES = ["effectif_ent", "sirene", "sirene_ul"];

/** The way of each indicator, from the files of the batch to the cells published. */
export function provenanceTable(
  manifest: Manifest,
  months: readonly string[],
  cube: ProtectedCube,
): ProvenanceTable {
  return {
    indicators: INDICATORS.map(({ id }) => {
      const measures = measuresOf(id);
      const names = [...new Set([...measures.flatMap(({ sources }) => sources), ...SCOPE_SOURCES])];
      return {
        id,
        sources: names.map((source) => sourceRow(manifest, source)),
        ...countsOf(months, cube.get(measures[0]!.id)!),
      };
    }),
  };
}

/** The measures an indicator is computed from, the first one being what it counts. */
function measuresOf(id: IndicatorId): (typeof MEASURES)[number][] {
  const { numerator, denominator, changeOf, multipleOf, partOf } = INDICATORS.find(
    (one) => one.id === id,
  )!;
  const bases = [numerator, denominator, changeOf, multipleOf?.id, partOf].filter(
    (base) => base !== undefined,
  );
  if (bases.length === 0) return MEASURES.filter((measure) => measure.id === (id as MeasureId));
  return bases.flatMap((base) => measuresOf(base));
}

function sourceRow(manifest: Manifest, source: string) {
  return {
    source,
    label: labelOf(source),
    rows: manifest.tables.find(({ table }) => table === source)?.rows ?? 0,
    files: manifest.files.filter((file) => file.source === source).map(({ file }) => file),
  };
}

function countsOf(
  months: readonly string[],
  shown: NonNullable<ReturnType<ProtectedCube["get"]>>,
): Pick<ProvenanceTable["indicators"][number], "contributions" | "deferred" | "cells" | "periods"> {
  const known = shown.flatMap((month, index) => (month ? [{ ...month, index }] : []));
  let contributions = 0;
  let computed = 0;
  let hidden = 0;
  for (const month of known) {
    contributions += month.cells.contributors[month.cells.grandTotal]!;
    computed += month.hidden.length;
    hidden += month.hidden.reduce((sum, mark) => sum + mark, 0);
  }
  const first = known[0];
  return {
    contributions,
    deferred: known.filter(({ deferred }) => deferred).length,
    cells: { computed, published: computed - hidden, secret: hidden },
    periods: first ? [months[first.index]!, months[known.at(-1)!.index]!] : null,
  };
}

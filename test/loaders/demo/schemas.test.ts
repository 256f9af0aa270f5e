import { beforeAll, describe, expect, it } from "vitest";
import type { DemoSummary } from "../../../loaders/demo/demo.js";
import { definitionOf, readCell } from "../../../loaders/fields/field.js";
import { LAYOUTS, type SourceName } from "../../../loaders/sources/layouts.js";
import { SOURCES } from "../../../loaders/sources/sources.js";
import { economy, rowsOf } from "./economy.js";

/** A provisional SIRET is there to be refused (§1.2). */
const PROVISIONAL = /^\d{9}A\d{4}$/;

describe("the schemas of the sources", () => {
  let summary: DemoSummary;
  beforeAll(async () => {
    summary = await economy({ companies: 400, months: 84 });
  });

  it.each(Object.keys(LAYOUTS) as SourceName[])(
    "accept every cell of %s but provisional numbers",
    async (name) => {
      const source = SOURCES.find((candidate) => candidate.name === name)!;
      const labels = LAYOUTS[name].header as readonly string[];
      const columns = Object.entries(source.schema.shape).map(([column, field]) => {
        const known = [column, ...(source.labels?.[column] ?? [])].map((l) => l.toLowerCase());
        return [labels.find((l) => known.includes(l.toLowerCase())), definitionOf(field)] as const;
      });
      const refused: string[] = [];
      for (const row of await rowsOf(summary, name)) {
        for (const [label, field] of columns) {
          const text = label === undefined ? "" : (row[label] ?? "");
          const reading = readCell(field, text);
          if ("error" in reading && !PROVISIONAL.test(text)) refused.push(`${label} ${text}`);
        }
      }
      expect(refused).toEqual([]);
    },
  );
});

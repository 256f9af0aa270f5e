import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Journal } from "../../../src/lib/diffusion/journal.js";
import type { PublishedSeries } from "../../../src/lib/diffusion/publishedRows.js";
import { writeOpenBatch } from "../../fixtures/openBatch.js";
import { publishedRows } from "../../fixtures/publishedRows.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const BEFORE: PublishedSeries[] = [
  {
    indicator: "effectif",
    rows: publishedRows([
      ["FR", "2026-06", 10],
      ["FR", "2026-07", 100],
      ["FR", "2026-08", 200],
      ["R53", "2026-07", 40],
      ["R53", "2026-08", "secret"],
      ["R11", "2026-08", "secret"],
      ["R94", "2026-08", "indisponible"],
      ["D35", "2026-T2", 0],
    ]),
  },
  { indicator: "entreprises", rows: publishedRows([["FR", "2026-08", 5]]) },
];

const AFTER: PublishedSeries[] = [
  {
    indicator: "effectif",
    rows: publishedRows([
      ["FR", "2026-07", 101],
      ["FR", "2026-08", 150],
      ["FR", "2026-09", 12],
      ["R53", "2026-07", "secret"],
      ["R53", "2026-08", 7],
      ["R11", "2026-08", "secret"],
      ["R94", "2026-08", "indisponible"],
      ["D35", "2026-T2", 3],
    ]),
  },
  { indicator: "part_en_dette", rows: publishedRows([["FR", "2026-08", 5]]) },
];

async function journalOfPair(change: (former: string) => void = () => {}): Promise<Journal> {
  const base = temporaryFolder();
  const previous = join(base, "2609");
  const folder = join(base, "2610");
  await writeOpenBatch(previous, { batch: "2609", series: BEFORE });
  change(previous);
  await writeOpenBatch(folder, { series: AFTER, previous });
  return JSON.parse(readFileSync(join(folder, "journal.json"), "utf8")) as Journal;
}

test("the journal counts what is new, revised, hidden, shown and gone, by indicator", async () => {
  const journal = await journalOfPair();
  expect(journal).toMatchObject({ lot: "2610", precedent: "2609", abandonnes: ["entreprises"] });
  expect(journal.series).toEqual([
    {
      indicateur: "effectif",
      etat: "suivi",
      definition_changee: false,
      revisions: {
        nouvelles: 1,
        retirees: 1,
        // 100 → 101, 200 → 150 and 0 → 3, which has no relative revision.
        revisees: 3,
        plus_forte_revision: 0.25,
        devenues_secretes: 1,
        devenues_publiees: 1,
      },
    },
    { indicateur: "part_en_dette", etat: "nouveau", definition_changee: false, revisions: null },
  ]);
});

test("a definition that is no longer the one of the former batch is told", async () => {
  const journal = await journalOfPair((former) => {
    const file = join(former, "journal.json");
    const known = JSON.parse(readFileSync(file, "utf8")) as Journal;
    known.definitions.effectif = "0".repeat(64);
    writeFileSync(file, JSON.stringify(known));
  });
  expect(journal.series[0]).toMatchObject({ definition_changee: true });
});

test("without a former batch, or where it published nothing, there is nothing to compare", async () => {
  const folder = temporaryFolder();
  await writeOpenBatch(join(folder, "a"), { series: AFTER, previous: join(folder, "absent") });
  const journal = JSON.parse(readFileSync(join(folder, "a/journal.json"), "utf8")) as Journal;
  expect(journal.precedent).toBeNull();
  expect(journal.series.every(({ revisions }) => revisions === null)).toBe(true);
});

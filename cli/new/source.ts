import { sortedImports } from "./edit.js";
import { camelCase, sentence } from "./name.js";
import type { Kind } from "./starter.js";

/** Names that the code of a source needs for something else. */
const IMPORTED = ["siren", "montant", "date_valeur", "euro", "named", "filter"];

/** A file a partner sends: amounts of companies by date, to start with. */
export const source: Kind = {
  label: "la source",
  style: "snake",
  async taken() {
    const { SOURCES } = await import("../../loaders/sources/sources.js");
    const { LAYOUTS } = await import("../../loaders/sources/layouts.js");
    const { CLEAN_TABLES } = await import("../../loaders/clean/tables.js");
    const tables = [...SOURCES, ...CLEAN_TABLES].map(({ name }) => name);
    return [...new Set([...tables, ...Object.keys(LAYOUTS), ...IMPORTED])];
  },
  start(name) {
    const module = camelCase(name);
    const test = `test/loaders/sources/${module}.test.ts`;
    const list = "loaders/sources/sources.ts";
    return {
      files: { [`loaders/sources/${module}.ts`]: code(name), [test]: tests(name) },
      edits: [
        { file: list, module: `./${module}.js`, imported: module },
        { file: list, before: "  ...ACTIVITY,\n", added: `  ${module},\n` },
      ],
      test,
      next: ["npx vitest run --project unit test/loaders/sources", "npx vigie ingest"],
    };
  },
};

const code = (name: string): string => `import { z } from "zod";
import { euro } from "../fields/amount.js";
import { isoDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import type { Layout } from "./layouts.js";
import { named, type Source } from "./source.js";

/** How the partner lays out its file: the columns, in order, under its own labels. */
export const LAYOUT: Layout = {
  fileName: "${name}.csv",
  delimiter: ";",
  header: ["siren", "date_valeur", "montant"],
};

/**
 * Amounts of companies by date. A flow: each batch adds its rows to those known, and a row of the
 * same key replaces the former one. Only the companies of the perimeter are kept.
 */
export const ${camelCase(name)}: Source = {
  name: "${name}",
  title: "Partenaire, ${sentence(name).toLowerCase()}",
  kind: "flow",
  key: ["siren", "date_valeur"],
  recognises: named(LAYOUT.fileName),
  delimiter: LAYOUT.delimiter,
  quotes: "strict",
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    date_valeur: isoDate().meta({ description: "Date de valeur du montant", unit: "date" }),
    montant: euro({ minimum: 0 }).meta({ description: "Montant à cette date", unit: "€" }),
  }),
  siren: "siren",
  period: "date_valeur",
};
`;

const tests = (name: string): string => `import { describe, expect, test } from "vitest";
import { isHeader, readHeader } from "../../../loaders/ingest/header.js";
${sortedImports([
  `import { LAYOUT } from "../../../loaders/sources/${camelCase(name)}.js";`,
  'import { sourceOf } from "../../../loaders/sources/sources.js";',
])}
import { BatchFolder } from "../ingest/batchFolder.js";

const { fileName, delimiter } = LAYOUT;
const HEADER = LAYOUT.header.join(delimiter);

/** Two sound lines, then a date, an amount and an identifier that are not. */
const SAMPLE = [
  HEADER,
  "111111118;2026-08-31;1250.50",
  "111111118;2026-09-30;0",
  "111111118;2026-02-30;10",
  "111111118;2026-09-30;n.c.",
  "1111;2026-09-30;10",
];

describe("${name}", () => {
  test("is recognised by the name of its file, compressed or not", () => {
    expect(sourceOf(fileName)?.name).toBe("${name}");
    expect(sourceOf(\`\${fileName}.gz\`)?.name).toBe("${name}");
  });

  test("reads, ignores or refuses every column of its layout", () => {
    const read = readHeader(fileName, HEADER, sourceOf(fileName)!);
    if (!isHeader(read)) throw new Error(read.message);
    expect(read.columns.map(({ position }) => position)).not.toContain(undefined);
    expect(read.notices).toEqual([]);
  });

  test("reads what is sound and rejects the rest, column by column", async () => {
    const folder = await BatchFolder.create();
    await folder.put(fileName, SAMPLE);
    const [file] = (await folder.ingest()).files;
    expect(file).toMatchObject({ parsed: 5, valid: 2, rejected: 3 });
    const refused = file!.faults.map(({ column }) => column);
    expect(refused.sort()).toEqual(["date_valeur", "montant", "siren"]);
    const rows = await folder.read(\`FROM \${sourceOf(fileName)!.name} ORDER BY date_valeur\`);
    expect(rows.map((row) => [row.siren, row.date_valeur, Number(row.montant)])).toEqual([
      ["111111118", "2026-08-31", 1250.5],
      ["111111118", "2026-09-30", 0],
    ]);
  });
});
`;

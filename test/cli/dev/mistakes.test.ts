import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { normalizeConfig } from "@observablehq/framework/dist/config.js";
import { describe, expect, test } from "vitest";
import { explainFailure } from "../../../cli/dev/explainFailure.js";
import { type Mistake, mistakeOf, placeText } from "../../../cli/dev/mistake.js";
import { moduleMistakes } from "../../../cli/dev/moduleMistakes.js";
import { cellMistakes } from "../../../cli/dev/pageMistakes.js";
import { sqlMistake } from "../../../cli/dev/sqlMistake.js";
import { staleSnapshot } from "../../../cli/dev/staleSnapshot.js";
import { typeMistakes } from "../../../cli/dev/typeMistakes.js";
import { sourcesOf } from "../../../cli/flow/code.js";
import { ROOT } from "../../../cli/flow/runner.js";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { FAMILIES } from "../../../models/features/families.js";
import { checkNoLeak } from "../../../models/features/leaks.js";
import { checkSpec } from "../../../models/specs/checkSpec.js";
import { spec } from "../../../models/specs/reduit.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const MODULE = "models/features/essai.ts";

/** What is said of the error of a query written in a module. */
async function afterQuery(sql: string): Promise<Mistake[]> {
  const error = await withDuckDB((connection) => queryRows(connection, sql)).catch((e) => e);
  return [sqlMistake(error, new Map([[MODULE, `export const essai = \`${sql}\`;\n`]]))];
}

/** What is said of a page made of these lines. */
async function inPage(...lines: string[]): Promise<Mistake[]> {
  const source = `# Essai\n\n\`\`\`js\n${lines.join("\n")}\n\`\`\`\n`;
  const root = temporaryFolder({
    "essai.md": source,
    "components/figure.ts": "export function figure() {}\nexport const TITLE = 1;\n",
  });
  mkdirSync(join(root, "data", "territoires"), { recursive: true });
  const config = normalizeConfig({ root });
  const { code } = await config.loaders.loadPage("/essai", { ...config, path: "/essai" });
  const page = { path: "/essai", file: "src/essai.md", source, code };
  return cellMistakes(page, {
    root,
    isPlaced: (name) => name === "data/batch.json",
    tables: [["territoires", ["FR", "bretagne"]]],
  });
}

async function thrown(work: () => unknown, root: string): Promise<Mistake[]> {
  try {
    await work();
    return [];
  } catch (error) {
    return explainFailure(error, root);
  }
}

/** Ten mistakes of an author: what makes each, and what the page says of it. */
const TEN: readonly [string, () => Promise<Mistake[]>, Partial<Mistake>, RegExp][] = [
  [
    "undefined column",
    () => afterQuery("\n  SELECT effectf\n  FROM (SELECT 1 AS effectif)"),
    { code: "undefined-column", file: MODULE, line: 2 },
    /« effectif »/,
  ],
  [
    "bad SQL",
    () => afterQuery("\n  SELECT 1 AS n\n  FORM grille WHERE n > 0"),
    { code: "bad-sql", file: MODULE, line: 3 },
    /Corrigez le SQL/,
  ],
  [
    "type error",
    async () =>
      typeMistakes(
        "models/features/age.ts(12,5): error TS2322: Type 'number' is not assignable to type 'string'.\n",
      ),
    { code: "TS2322", file: "models/features/age.ts", line: 12, column: 5 },
    /de type « string »/,
  ],
  [
    "missing file",
    async () => {
      const root = temporaryFolder({ "a.ts": 'import "./lab.js";\n', "lag.ts": "" });
      const failure = await sourcesOf(["a.ts"], root).catch((error) => error);
      return moduleMistakes(failure.errors, async () => ["a.js", "lag.js"]);
    },
    { code: "missing-file", file: "a.ts", line: 1 },
    /« \.\/lag\.js »/,
  ],
  [
    "circular dependency",
    () => inPage("const total = part + 1;", "```", "", "```js", "const part = total / 2;"),
    { code: "circular-definition", file: "src/essai.md", line: 4 },
    /calculez dans une même cellule total et part/,
  ],
  [
    "specification without outcome",
    () => thrown(() => checkSpec({ ...spec, outcome: "" }), ROOT),
    { code: "spec-without-outcome", file: "models/specs/reduit.ts" },
    /Ajoutez « outcome »/,
  ],
  [
    "leaking feature",
    () => {
      const query =
        "SELECT siren, periode, lead(dette, 1) OVER serie AS dette_a_venir FROM f_dette";
      return thrown(() => checkNoLeak([{ table: "f_age", query }]), ROOT);
    },
    { code: "leaking-feature", file: "models/features/age.ts" },
    /mois courant et les précédents/,
  ],
  [
    "unknown region",
    () => inPage('FileAttachment("data/territoires/bretange.json").json()'),
    { code: "unknown-region", file: "src/essai.md", line: 4 },
    /« bretagne »/,
  ],
  [
    "stale snapshot",
    async () =>
      staleSnapshot("2610", ["code : loaders/sources/debit.ts a changé"], "data/extracts"),
    { code: "stale-snapshot", file: "data/extracts/2610" },
    /Remettez les extractions/,
  ],
  [
    "typo in the name of a component",
    () => inPage('import { figrue } from "./components/figure.js";', "figrue()"),
    { code: "missing-component", file: "src/essai.md", line: 4 },
    /« figure »/,
  ],
];

describe("each typical mistake of an author has a place and names the fix", () => {
  test.each(TEN)("%s", async (_name, make, expected, remedy) => {
    const [mistake] = await make();
    expect(mistake).toMatchObject(expected);
    expect(mistake!.remedy).toMatch(remedy);
    expect(placeText(mistake!)).toContain(expected.file);
  });
});

test("an undefined name of a page is told with its line and the nearest one", async () => {
  const [mistake] = await inPage("const effectif = 3;", "display(efectif);");
  expect(mistake).toMatchObject({ code: "undefined-name", line: 5, identifier: "efectif" });
  expect(mistake!.remedy).toContain("« effectif »");
});

test("a page without mistake says nothing", async () => {
  const lines = [
    'import { figure } from "./components/figure.js";',
    'const batch = FileAttachment("data/batch.json").json();',
    "display(figure(batch, d3, width, document.title));",
  ];
  expect(await inPage(...lines)).toEqual([]);
});

test("a specification that learns from the outcome, or from nothing known, is refused", async () => {
  const learning = (feature: string) =>
    thrown(() => checkSpec({ ...spec, terms: [{ feature, as: "indicator" }] }), ROOT);
  expect(await learning("outcome")).toMatchObject([{ code: "leaking-feature" }]);
  const [unknown] = await learning("dette_presnte");
  expect(unknown!.remedy).toContain("« dette_presente »");
});

test("no family of the service reads the future", () => {
  expect(() => checkNoLeak(FAMILIES)).not.toThrow();
});

test("an error that nobody foresaw is placed by its stack in the repository", () => {
  const error = new TypeError("x is not a function");
  error.stack = `TypeError: x\n    at a (/r/node_modules/b.js:1:2)\n    at c (/r/models/d.ts:3:4)`;
  expect(mistakeOf(error, "/r/")).toMatchObject({ file: "models/d.ts", line: 3, column: 4 });
});

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sentence } from "./name.js";
import type { Kind } from "./starter.js";

const FOLDER = "src/carnets";

/** The list of notebooks, that the menu and the first page read. */
const LIST = "src/lib/notebook/notebooks.ts";

/** A notebook: from a question to a decision; it starts as « does the risk rise with the debt? ». */
export const notebook: Kind = {
  label: "le carnet",
  style: "kebab",
  async taken(root) {
    const folder = join(root, FOLDER);
    const files = existsSync(folder) ? readdirSync(folder) : [];
    return ["index", ...files.map((file) => file.replace(/\..*$/, ""))];
  },
  start(name) {
    const test = `test/carnets/${name}.test.ts`;
    return {
      files: { [`${FOLDER}/${name}.md`]: page(name), [test]: tests(name) },
      edits: [{ file: LIST, before: "];\n", added: entry(name) }],
      test,
      next: ["npx vigie dev"],
    };
  },
};

const NBSP = "\u00a0";

const entry = (name: string): string => `  {
    name: "${sentence(name)}",
    path: "/carnets/${name}",
    question: "le risque monte-t-il avec la dette sociale${NBSP}?",
  },
`;

const page = (name: string): string => `# ${sentence(name)}

## La question

Le risque monte-t-il avec la dette sociale${NBSP}? Une question appelle une décision${NBSP}: écrivez-la avant de regarder les données, avec ce qui ferait changer d’avis.

\`\`\`js
import { dataLine } from "../components/notebook/dataLine.js";
import { decision } from "../components/notebook/decision.js";
import { openTable } from "../components/notebook/openTable.js";
import { shown } from "../components/notebook/shown.js";
import { sql } from "../components/notebook/sql.js";
import { openIndex } from "../components/notebook/tableIndex.js";
import { formatNumber, formatPercent } from "../lib/format/number.js";
\`\`\`

## Les données

\`\`\`js
const index = await openIndex();
\`\`\`

\`\`\`js
dataLine(index)
\`\`\`

\`\`\`js echo
const features = await openTable("features", ["siren", "periode", "ratio_dette", "outcome", "strong_signal"]);
const known = features.filter((d) => d.outcome !== null && !d.strong_signal);
\`\`\`

## Le regard

Avant tout calcul, le tableau${NBSP}: le risque par tranche de dette, en mois de cotisations.

\`\`\`js echo
const byDebt = await sql\`
  SELECT CASE WHEN ratio_dette <= 0 THEN 'aucune' WHEN ratio_dette < 1 THEN 'moins d’un mois' ELSE 'un mois ou plus' END AS dette,
    count(*) AS lignes, avg(outcome::INT) AS risque
  FROM features
  WHERE outcome IS NOT NULL AND NOT coalesce(strong_signal, false) AND ratio_dette IS NOT NULL
  GROUP BY ALL ORDER BY risque\`;
\`\`\`

\`\`\`js
shown(byDebt, "Part de défaillances dans les 18 mois selon la dette sociale", "${name}")
\`\`\`

## Le contrôle

Une conclusion tient si elle résiste à une autre façon de compter${NBSP}: une entreprise compte ici une fois, à son premier mois connu.

\`\`\`js echo
const first = known.orderby("siren", "periode").groupby("siren").slice(0, 1).ungroup().objects().filter((d) => d.ratio_dette !== null);
const risk = (rows) => d3.mean(rows, (d) => +d.outcome) ?? NaN;
const [indebted, others] = [first.filter((d) => d.ratio_dette > 0), first.filter((d) => d.ratio_dette <= 0)];
\`\`\`

## La décision

\`\`\`js
const ratio = risk(indebted) / risk(others);
display(
  decision(
    ratio > 1 ? "La dette sociale reste dans le modèle." : "La dette sociale est à revoir.",
    [
      \`Au premier mois connu, \${formatPercent(100 * risk(indebted))} de défaillances avec une dette, \${formatPercent(100 * risk(others))} sans${NBSP}: \${formatNumber(ratio, 1)} fois plus.\`,
      "Dites qui fait quoi, et quand ce carnet sera relu.",
    ],
  ),
);
\`\`\`
`;

const tests = (name: string): string => `import { existsSync, readFileSync } from "node:fs";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";

const PAGE = new URL("../../src/carnets/${name}.md", import.meta.url);
const text = readFileSync(PAGE, "utf8");
const cells = [...text.matchAll(/^\`\`\`js(?: echo)?\\n(.*?)^\`\`\`$/gms)].map(([, code]) => code!.trim());
const isImport = (cell: string) => cell.startsWith("import ");
const exists = (path: string) => existsSync(new URL(path, PAGE));

describe("${name}", () => {
  it("goes from a question to a decision", () => {
    const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title!.replace(/\\s/g, " "));
    expect(titles).toEqual([
      "La question",
      "Les données",
      "Le regard",
      "Le contrôle",
      "La décision",
    ]);
  });

  it("imports components and libraries that exist", () => {
    const paths = cells.filter(isImport).flatMap((cell) => cell.match(/\\.\\.?\\/[^"]+/g) ?? []);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !exists(path.replace(/\\.js$/, ".ts")))).toEqual([]);
  });

  it("has no cell that JavaScript cannot read", () => {
    for (const cell of cells.filter((one) => !isImport(one)))
      expect(() => new Script(\`async () => {\\n\${cell}\\n}\`)).not.toThrow();
  });
});
`;

import { camelCase, sentence } from "./name.js";
import type { Kind } from "./starter.js";

/** Columns of the features that are not variables, of its grid or of its limits. */
const OTHER_COLUMNS = ["siren", "periode", "outcome", "en_procedure", "en_defaut", "strong_signal"];

/** A variable in a family of its own; it starts as the 12-month change of the contributions due. */
export const feature: Kind = {
  label: "la variable",
  style: "snake",
  async taken() {
    const { FAMILIES, VARIABLES } = await import("../../models/features/families.js");
    const tables = [...FAMILIES.map(({ table }) => table.replace(/^f_/, "")), "issue"];
    return [...VARIABLES.map(({ name }) => name), ...tables, ...OTHER_COLUMNS, "family", "lag"];
  },
  start(name) {
    const module = camelCase(name);
    const list = "models/features/families.ts";
    const test = `test/models/features/${module}.test.ts`;
    return {
      files: { [`models/features/${module}.ts`]: code(name), [test]: tests(name) },
      edits: [
        { file: list, module: `./${module}.js`, imported: module },
        {
          file: list,
          before: "];\n\n/** Every column of the features that describes a company",
          added: `  ${module},\n`,
        },
      ],
      test,
      next: [
        "npx vitest run --project unit test/models/features/variables.test.ts",
        "npx vigie features",
      ],
    };
  },
};

const code = (name: string): string => `import { lag, SERIE } from "./lag.js";
import type { Family } from "./variable.js";

/** Months between the two amounts compared: a year, so that the season does not count. */
const MONTHS = 12;

/**
 * Relative change of the social contributions due over twelve months, without unit: 0.5 is half as
 * much again. It reads the family before it, at the month and before, never after.
 */
export const ${camelCase(name)}: Family = {
  table: "f_${name}",
  query: \`
    SELECT siren, periode,
      (cotisation - \${lag("cotisation", MONTHS)}) / nullif(\${lag("cotisation", MONTHS)}, 0)
        AS ${name}
    FROM f_cotisation
    \${SERIE}\`,
  variables: [
    {
      name: "${name}",
      label: "${sentence(name)} : cotisations dues, variation sur 12 mois",
      unit: "",
      group: "dette_sociale",
      citation: "(cotisation − cotisation 12 mois plus tôt) / cotisation 12 mois plus tôt",
      missing: "cotisation inconnue, ou nulle 12 mois plus tôt",
    },
  ],
};
`;

const tests = (name: string): string => `import { describe, expect, it } from "vitest";
import { A2, featuresAt } from "./economy.js";

/** The company owes 100 € a month; this adds to one of them. */
const due = (month: string, next: string, amount: number) =>
  \`INSERT INTO cotisation VALUES ('\${A2}', '\${month}-01', '\${next}-01', \${amount});\`;

const valueAt = async (month: string, changes?: string) =>
  (await featuresAt(month, changes)).${name};

describe("${name}", () => {
  it("compares a month with the same one a year before", async () => {
    expect(await valueAt("2024-06", due("2024-06", "2024-07", 50))).toBe(0.5);
    expect(await valueAt("2024-06", due("2023-06", "2023-07", 100))).toBe(-0.5);
  });

  it("is empty when nothing was due a year before", async () => {
    const changes = "DELETE FROM cotisation WHERE periode_debut = '2023-06-01'";
    expect(await valueAt("2024-06", changes)).toBeNull();
  });

  it("says nothing of what happens later", async () => {
    expect(await valueAt("2024-06", due("2024-07", "2024-08", 900))).toBe(await valueAt("2024-06"));
  });
});
`;

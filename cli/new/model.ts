import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sortedImports } from "./edit.js";
import type { Kind } from "./starter.js";

const FOLDER = "models/specs";

/** A specification: production’s, with one place to say what it adds to it and leaves out. */
export const model: Kind = {
  label: "le modèle",
  style: "kebab",
  taken: async (root) =>
    readdirSync(join(root, FOLDER)).map((file) => file.replace(/\.ts$/, "").toLowerCase()),
  start(name) {
    const test = `test/${FOLDER}/${name}.test.ts`;
    return {
      files: { [`${FOLDER}/${name}.ts`]: code(name), [test]: tests(name) },
      edits: [],
      test,
      next: [
        `npx vigie fit --spec ${FOLDER}/${name}.ts`,
        `npx vigie evaluate --spec ${FOLDER}/${name}.ts`,
      ],
    };
  },
};

const code = (
  name: string,
): string => `import type { Spec, SpecTerm } from "../../src/lib/fit/spec.js";
import { spec as combinaison } from "./combinaison.js";
import { spec as defaut } from "./defaut.js";
import { spec as reduit } from "./reduit.js";

/**
 * Variables of models/features that both equations read besides those of production: a measure as
 * \`{ feature: "cotisation_moy12m", as: "standardised", mark: true }\` (the mark tells that it was
 * missing), a flag as \`{ feature: "effectif_reporte", as: "indicator" }\`.
 */
export const ADDED: readonly SpecTerm[] = [];

/** Variables of production that neither equation reads, by name: \`"ratio_dette"\`. */
export const LEFT_OUT: readonly string[] = [];

/** One equation of production with what is said above. */
const changed = (equation: Spec): Spec => ({
  ...equation,
  terms: [...equation.terms.filter(({ feature }) => !LEFT_OUT.includes(feature)), ...ADDED],
});

/**
 * The model in production, but for the lines above. The other fields that may be given here, and
 * their defaults, are in src/lib/fit/spec.ts: \`penalty\` (\`{ kind: "firth" }\` for rare events), \`combine\`
 * (\`"joint"\` for one regression without sub-models), \`classWeights\`, \`clip\`, \`beta\` of the
 * thresholds, \`perDepartement\`, \`split\` (\`training\` limits the months learned from) and \`seed\`.
 */
export const spec: Spec = {
  ...changed(combinaison),
  name: "${name}",
  fallback: { flag: "bilan_absent", from: changed(defaut), to: changed(reduit) },
};
`;

const tests = (name: string): string => `import { describe, expect, it } from "vitest";
import { VARIABLES } from "../../../models/features/families.js";
${sortedImports([
  `import * as model from "../../../models/specs/${name}.js";`,
  'import { spec as combinaison } from "../../../models/specs/combinaison.js";',
  'import { readSpec } from "../../../models/specs/readSpec.js";',
  'import type { Spec } from "../../../src/lib/fit/spec.js";',
])}

const { ADDED, LEFT_OUT, spec } = model;
const featuresOf = ({ terms }: Spec) => terms.map(({ feature }) => feature);
const { from, to } = spec.fallback!;

describe("${name}", () => {
  it("is found under its name", async () => {
    expect(spec.name).toBe("${name}");
    expect(await readSpec(spec.name)).toEqual(spec);
  });

  it.each([
    ["of all", spec],
    ["with a balance sheet", from],
    ["without one", to],
  ])("the equation %s names only variables that exist, each once", (_, equation) => {
    const known = new Set(VARIABLES.map(({ name }) => name));
    const names = featuresOf(equation);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("differs from production by what it says it adds and leaves out", () => {
    const production = featuresOf(combinaison);
    const added = featuresOf(spec).filter((name) => !production.includes(name));
    expect(added).toEqual(ADDED.map(({ feature }) => feature));
    expect(production.filter((name) => !featuresOf(spec).includes(name))).toEqual(LEFT_OUT);
  });
});
`;

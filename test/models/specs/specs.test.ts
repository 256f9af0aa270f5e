import { describe, expect, it } from "vitest";
import { VARIABLES, variable } from "../../../models/features/families.js";
import { spec as combinaison } from "../../../models/specs/combinaison.js";
import { spec as defaut } from "../../../models/specs/defaut.js";
import { spec as preCrise } from "../../../models/specs/pre-crise.js";
import { spec as publie2021 } from "../../../models/specs/publie-2021.js";
import { readSpec } from "../../../models/specs/readSpec.js";
import { spec as reduit } from "../../../models/specs/reduit.js";
import { completeSpec } from "../../../src/lib/fit/spec.js";
import { SECTIONS } from "../../../src/lib/sections.js";

describe.each([defaut, reduit, combinaison, preCrise, publie2021])("$name", (spec) => {
  it("names only variables that exist, each once", () => {
    const names = spec.terms.map(({ feature }) => feature);
    const known = new Set(VARIABLES.map(({ name }) => name));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is found under its name", async () => {
    expect(await readSpec(spec.name)).toEqual(spec);
  });
});

describe("reduit", () => {
  it("reads nothing of the balance sheet", () => {
    const groups = reduit.terms.map(({ feature }) => variable(feature).group);
    expect(groups).not.toContain("sante_financiere");
  });
});

describe("pre-crise", () => {
  it("learns from 2016 to 2018 and from nothing else", () => {
    expect(completeSpec(preCrise).split.training).toEqual({ from: "2016-01", to: "2018-12" });
  });
});

describe("defaut", () => {
  it("puts every NAF section but trade and finance in one level exactly", () => {
    const values = defaut.terms.flatMap((term) =>
      term.as === "levels" ? term.levels.flatMap((level) => level.values) : [],
    );
    expect([...values, "G"].sort()).toEqual(SECTIONS.map(({ code }) => code));
  });
});

describe("completeSpec", () => {
  it("keeps what is said and fills in the rest", () => {
    const complete = completeSpec({ ...defaut, split: { testMonths: 3 } });
    expect(complete.split).toEqual({ testShare: 1 / 3, folds: 5, testMonths: 3 });
    expect(complete).toMatchObject({ clip: { lower: 0.01, upper: 0.99 }, seed: 1 });
  });
});

describe("readSpec", () => {
  it("finds a specification by name", async () => {
    expect(await readSpec("defaut")).toEqual(defaut);
  });

  it("a name that does not exist is a usage error that says where specifications are", async () => {
    await expect(readSpec("absent")).rejects.toMatchObject({ code: "no-spec", exitCode: 2 });
  });
});

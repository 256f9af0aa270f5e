import { describe, expect, it } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { KINDS } from "../../../cli/new/kinds.js";
import { camelCase, checkName, LONGEST, proposal, sentence } from "../../../cli/new/name.js";

const check = (name: string, style: "snake" | "kebab", taken: readonly string[] = []) =>
  checkName(name, style, taken, "la variable");

describe("checkName", () => {
  it("accepts names written as their kind asks", async () => {
    await expect(check("delai_moyen_3m", "snake")).resolves.toBeUndefined();
    await expect(check("avec-paydex", "kebab")).resolves.toBeUndefined();
  });

  it.each([
    ["Délai-Moyen", "snake", "delai_moyen"],
    ["delaiMoyen", "kebab", "delai-moyen"],
    ["../etc", "snake", "etc"],
    ["3mois", "snake", "mois"],
    ["a", "kebab", "mon-a"],
    ["x".repeat(LONGEST + 1), "snake", "x".repeat(LONGEST)],
  ] as const)("refuses « %s » (%s) and proposes « %s »", async (name, style, better) => {
    await expect(check(name, style)).rejects.toMatchObject({
      code: "bad-name",
      exitCode: 2,
      remedy: `Essayez « ${better} ».`,
    });
    await expect(check(better, style)).resolves.toBeUndefined();
  });

  it("refuses what exists and names the closest", async () => {
    await expect(
      check("ratio_dette", "snake", ["age", "ratio_dettes", "ratio_dette"]),
    ).rejects.toMatchObject({
      code: "name-taken",
      remedy: expect.stringContaining("« ratio_dettes »"),
    });
  });

  it.each(["order", "class", "select"])("refuses « %s », a word of a language", async (word) => {
    await expect(check(word, "snake")).rejects.toMatchObject({ code: "reserved-name" });
  });
});

describe("the names that exist", () => {
  it.each([
    ["feature", "ratio_dette"],
    ["feature", "outcome"],
    ["source", "debit"],
    ["source", "clean_debit"],
    ["model", "combinaison"],
    ["notebook", "guide-source"],
  ] as const)("of a %s hold « %s »", async (kind, name) => {
    expect(await KINDS[kind].taken(ROOT)).toContain(name);
  });
});

describe("the ways to write a name", () => {
  it("as an identifier and as words", () => {
    expect(camelCase("delai_moyen_3m")).toBe("delaiMoyen3m");
    expect(sentence("delai_moyen")).toBe("Delai moyen");
    expect(proposal("", "snake")).toBe("mon_nom");
  });
});

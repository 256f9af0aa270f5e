import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { listFiles } from "../../../cli/site/files.js";
import { parsePerimeter } from "../../../loaders/agents/perimeter.js";
import { buildAgentTables } from "../../../loaders/agents/tables.js";
import type { AgentsList, CompanySheet, Rights } from "../../../src/lib/agents.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { DIJON, ETA, MARSEILLE, MONTHS, QUIET, writeInputs } from "./snapshot.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Builds the tables and reads them back, by path. */
async function build(
  rights: Rights,
  perimeter?: string,
  changes: { euros?: number } = {},
): Promise<Record<string, string>> {
  const inputs = await writeInputs(folder, changes);
  const out = join(folder, "agents");
  await buildAgentTables({ ...inputs, rights, perimeter: parsePerimeter(perimeter), out });
  const files = await listFiles(out);
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(out, file), "utf8")]));
}

const listIn = (files: Record<string, string>) => JSON.parse(files["liste.json"]!) as AgentsList;
const sheetIn = (files: Record<string, string>, siren = DIJON) =>
  JSON.parse(files[`entreprises/${siren}.json`]!) as CompanySheet;

test("the flagged companies are listed, the likeliest first, one sheet each", async () => {
  const files = await build("A");
  expect(listIn(files).companies.map(({ siren }) => siren)).toEqual([MARSEILLE, DIJON]);
  expect(Object.keys(files)).toEqual([
    `entreprises/${DIJON}.json`,
    `entreprises/${MARSEILLE}.json`,
    "liste.json",
  ]);
  expect(Object.values(files).join()).not.toContain(QUIET);
});

describe("the perimeter (domain §5.4)", () => {
  test.each([
    ["dep:21", [DIJON]],
    ["27", [DIJON]],
    ["75,92", [DIJON]],
    ["dep:13", [MARSEILLE]],
    ["13,75", [MARSEILLE, DIJON]],
    ["53", []],
  ])(
    "%s holds the companies with an active establishment there, and nothing of the others",
    async (perimeter, sirens) => {
      const files = await build("A", perimeter);
      expect(listIn(files).companies.map(({ siren }) => siren)).toEqual(sirens);
      const found =
        Object.values(files)
          .join()
          .match(/\b3000000\d\d/g) ?? [];
      expect([...new Set(found)].sort()).toEqual([...sirens].sort());
    },
  );

  test("a company names the départements of the perimeter where it is", async () => {
    const [company] = listIn(await build("A", "75,92")).companies;
    expect(company).toMatchObject({ present: ["75"], departement: "21", commune: "Dijon" });
  });
});

test.each(["A", "B"] as const)(
  "under rights %s, the base and the contributions add up to the log-odds shown",
  async (rights) => {
    const { base, contributions, eta } = sheetIn(await build(rights));
    const sum = contributions.reduce((total, { contribution }) => total + contribution, base);
    expect(eta).toBe(ETA);
    expect(sum).toBeCloseTo(eta, 12);
  },
);

describe("what would lower the level", () => {
  test("under rights A, is the changes and the probability they lead to", async () => {
    const { counterfactual } = sheetIn(await build("A"));
    expect(counterfactual).toEqual({
      level: "modere",
      options: [
        {
          changes: [{ lever: "dette_sociale", from: 51_234, to: 20_000 }],
          probability: 0.0512,
          level: "aucun",
        },
        {
          changes: [{ lever: "fonds_propres", from: 12.5, to: 20 }],
          probability: 0.0591,
          level: "aucun",
        },
      ],
    });
  });

  test("under rights B, a change of the debt has no figure, nor has what goes with it", async () => {
    const files = await build("B");
    const [debt, ownFunds] = sheetIn(files).counterfactual!.options;
    expect(debt).toEqual({
      changes: [{ lever: "dette_sociale", from: null, to: null }],
      probability: null,
      level: "aucun",
    });
    expect(ownFunds!.changes).toEqual([{ lever: "fonds_propres", from: 12.5, to: 20 }]);
    expect(sheetIn(files, MARSEILLE).counterfactual!.options).toEqual([
      {
        changes: [
          { lever: "dette_sociale", from: null, to: null },
          { lever: "fonds_propres", from: null, to: null },
        ],
        probability: null,
        level: "modere",
      },
    ]);
  });
});

describe("rights B", () => {
  test("nothing in the files depends on an amount of the Urssaf", async () => {
    expect(await build("B", undefined, { euros: 3 })).toEqual(await build("B"));
  });

  test("the blocks of the Urssaf are absent, and the debt is one contribution without a value", async () => {
    const files = await build("B");
    const sheet = sheetIn(files);
    expect(Object.keys(sheet.series).sort()).toEqual(["apAutorise", "apConsomme", "effectif"]);
    expect(sheet).not.toHaveProperty("plans");
    expect(listIn(files).companies[0]).not.toHaveProperty("debt");
    const debt = sheet.contributions.filter(({ group }) => group === "dette_sociale");
    expect(debt).toEqual([
      expect.objectContaining({ term: "dette_sociale", words: "", contribution: 1.4875 }),
    ]);
    expect(Object.values(files).join()).not.toMatch(/6[,.]5/);
  });
});

test("the list tells first alerts, their frequency and, under rights A alone, plans and the « liste retraitée »", async () => {
  const [full, limited] = [listIn(await build("A")), listIn(await build("B"))];
  expect(full.list).toEqual({ name: "Octobre 2026", isFirst: false });
  const facts = { firstAlert: "raised", recent: true, alerts: 3, lists: 3 };
  expect(full.companies[0]).toMatchObject({ ...facts, plan: true, retraitee: false });
  expect(limited.companies[0]).toMatchObject(facts);
  for (const one of limited.companies) {
    expect(one).not.toHaveProperty("plan");
    expect(one).not.toHaveProperty("retraitee");
  }
});

describe("rights A", () => {
  test("dues and debts keep their last value up to the freshness, headcounts are never filled (domain §5.1)", async () => {
    const { months, series } = sheetIn(await build("A"));
    expect(months).toEqual(MONTHS);
    expect(series).toEqual({
      effectif: [12, null, 11, null],
      apAutorise: [null, 3.5, 0, 0],
      apConsomme: [null, 1.25, 0, null],
      cotisation: [1000.01, 1000.01, 1200.02, null],
      dettePartSalariale: [100.25, 150.75, 50.5, 50.5],
      dettePartPatronale: [300.75, 300.75, 0, 0],
      delai: [0, 7777.77, 7777.77, 0],
    });
  });

  test("the list shows the last debt, the reasons in words and the proceeding", async () => {
    const companies = listIn(await build("A")).companies;
    expect(companies.find(({ siren }) => siren === DIJON)).toMatchObject({
      debt: 50.5,
      effectif: 11,
      section: "F",
      apeLabel: "Travaux d'installation électrique dans tous locaux",
      procol: null,
      reasons: [expect.stringMatching(/^Dette Urssaf : 6,5/), "Activité partielle récente : oui"],
    });
    expect(companies[0]!.procol).toBe("Sauvegarde");
  });
});

test("without scores, the error says how to get them", async () => {
  const inputs = await writeInputs(folder);
  const built = buildAgentTables({
    ...inputs,
    scores: join(folder, "nowhere"),
    rights: "B",
    perimeter: parsePerimeter("27"),
    out: join(folder, "agents"),
  });
  await expect(built).rejects.toMatchObject({ code: "missing-scores", exitCode: 2 });
});

test("an expert rule on the amounts of the Urssaf keeps its reason from agents without right to them", async () => {
  const [full, limited] = [sheetIn(await build("A")), sheetIn(await build("B"))];
  expect([full.levelBefore, full.level]).toEqual(["aucun", "modere"]);
  expect(full.adjustments).toEqual([
    {
      effect: 1,
      label: "Hausse rapide de la dette sociale",
      reason: "Plus d’un mois de cotisations impayées en trois mois.",
    },
  ]);
  expect(limited.adjustments).toMatchObject([
    { effect: 1, label: "Ajustement d’expert confidentiel" },
  ]);
  expect(JSON.stringify(limited.adjustments)).not.toContain("dette");
});

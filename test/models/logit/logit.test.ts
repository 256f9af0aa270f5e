import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LogitOptions, runLogit } from "../../../models/logit/logit.js";
import { fitRegression } from "../../../src/lib/logistic/regression.js";
import { auc } from "../../../src/lib/metrics/auc.js";

/** Made up: a debt, a sector, a company and an outcome, no row of which is missing but the last. */
const ROWS = [
  [0.1, "C", "001", 0],
  [0.9, "C", "001", 1],
  [0.4, "F", "002", 0],
  [0.6, "F", "002", 1],
  [0.5, "F", "003", 0],
  [0.7, "I", "003", 0],
  [0.3, "I", "004", 1],
  [0.8, "I", "004", 1],
  [0.2, "C", "005", 0],
  [0.35, "C", "005", 1],
  ["", "C", "006", 1],
];

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-logit-"));
  file = join(folder, "panel.csv");
  const lines = ROWS.map((row) => row.join(","));
  await writeFile(file, `dette,naf,siren,defaillance\n${lines.join("\n")}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const options = (more: Partial<LogitOptions> = {}): LogitOptions => ({
  data: file,
  outcome: "defaillance",
  terms: ["dette", "naf"],
  penalty: { kind: "none" },
  intercept: true,
  profile: false,
  ...more,
});

describe("diagnostics on demand", () => {
  it("writes the leverage, residuals and Cook’s distance of each usable row under its number", async () => {
    const influence = join(folder, "influence.csv");
    await runLogit(options({ influence }));
    const [header, ...lines] = (await readFile(influence, "utf8")).trimEnd().split("\n");
    expect(header).toBe("row,leverage,devianceResidual,pearsonResidual,cooksDistance");
    const rows = lines.map((line) => line.split(",").map(Number));
    expect(rows.map(([row]) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const leverage = rows.reduce((sum, row) => sum + row[1]!, 0);
    expect(leverage, "as many as parameters").toBeCloseTo(4, 9);
    for (const [, h, , pearson, cook] of rows)
      expect(cook).toBeCloseTo(((pearson! / (1 - h!)) ** 2 * h!) / 4, 12);
  });

  it("tells what collinearity costs each column, the intercept apart, when asked", async () => {
    expect((await runLogit(options())).vif).toBeNull();
    const { vif } = await runLogit(options({ vif: true }));
    expect(vif!.map(({ term }) => term)).toEqual(["dette", "naf[F]", "naf[I]"]);
    for (const { vif: factor } of vif!) expect(factor).toBeGreaterThanOrEqual(1);
  });

  it.each([
    ["influence", { influence: "x.csv", penalty: { kind: "firth" } as const }],
    ["vif", { vif: true, robust: { kind: "hc1" } as const }],
  ])("refuses %s where it has no meaning", async (_, more) => {
    await expect(runLogit(options(more))).rejects.toMatchObject({ code: "logit-options" });
  });
});

describe("a regression on a file", () => {
  it("codes texts, leaves out and counts incomplete rows, as the engine on the same columns", async () => {
    const report = await runLogit(options());
    const used = ROWS.slice(0, 10);
    const fit = fitRegression(
      {
        names: ["dette", "F", "I"],
        rows: 10,
        values: Float64Array.from(
          used.flatMap(([d, naf]) => [Number(d), naf === "F" ? 1 : 0, naf === "I" ? 1 : 0]),
        ),
      },
      Float64Array.from(used, (row) => Number(row[3])),
    );
    expect(report).toMatchObject({ n: 11, nUsed: 10, k: 4, converged: true });
    expect(report.coefficients.map(({ term }) => term)).toEqual([
      "(Intercept)",
      "dette",
      "naf[F]",
      "naf[I]",
    ]);
    report.coefficients.forEach(({ estimate, stdError }, a) => {
      expect(estimate).toBeCloseTo(fit.estimates[a]!, 12);
      expect(stdError).toBeCloseTo(fit.stdErrors[a]!, 12);
    });
    expect(report.warnings.map(({ code }) => code)).toEqual(["missing"]);
  });

  it("keeps the leading zeros of clusters, and changes the errors alone", async () => {
    const plain = await runLogit(options());
    const robust = await runLogit(options({ robust: { kind: "cluster", column: "siren" } }));
    expect(robust.coefficients.map(({ estimate }) => estimate)).toEqual(
      plain.coefficients.map(({ estimate }) => estimate),
    );
    expect(robust.coefficients[1]!.stdError).not.toBeCloseTo(plain.coefficients[1]!.stdError!, 3);
  });

  it("writes the probability of every row, empty where a term is missing", async () => {
    const predict = join(folder, "predictions.csv");
    const report = await runLogit(options({ predict }));
    const lines = (await readFile(predict, "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[11]).toBe("11,,");
    const p = lines.slice(1, 11).map((line) => Number(line.split(",")[2]));
    const outcomes = ROWS.slice(0, 10).map((row) => Number(row[3]));
    expect(report.auc).toBeCloseTo(auc(p, outcomes), 12);
  });

  it("names the term that separates the events", async () => {
    const separated = join(folder, "separated.csv");
    await writeFile(separated, "x,flag,y\n1,0,0\n2,0,1\n3,0,0\n4,0,1\n5,1,1\n2,1,1\n");
    const report = await runLogit(options({ data: separated, outcome: "y", terms: ["x", "flag"] }));
    expect(report.warnings).toMatchObject([{ code: "separation", terms: ["flag"] }]);
  });

  it("reports an aliased term with null estimates", async () => {
    const aliased = join(folder, "aliased.csv");
    await writeFile(aliased, "a,b,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n5,10,1\n6,12,0\n");
    const report = await runLogit(options({ data: aliased, outcome: "y", terms: ["a", "b"] }));
    expect(report.coefficients[2]).toEqual({
      term: "b",
      estimate: null,
      stdError: null,
      z: null,
      p: null,
      ciLow: null,
      ciHigh: null,
      oddsRatio: null,
    });
    expect(report.warnings).toMatchObject([{ code: "collinear", terms: ["b"] }]);
  });

  it.each([
    ["an unknown column", { terms: ["dete"] }, "unknown-column", /« dete ».*dette, naf/],
    ["a term given twice", { terms: ["dette", "dette"] }, "logit-options", /deux fois/],
    [
      "the outcome among the terms",
      { terms: ["defaillance"] },
      "logit-options",
      /issue et un terme/,
    ],
    [
      "an outcome that is a measure",
      { outcome: "dette", terms: ["naf"] },
      "logit-outcome",
      /0\.1 à la ligne 1/,
    ],
    ["weights that are words", { weights: "naf" }, "logit-options", /« C » à la ligne 1/],
    [
      "robust errors with a penalty",
      { penalty: { kind: "firth" }, robust: { kind: "hc1" } },
      "logit-options",
      /pénalité/,
    ],
    ["no file", { data: "/absent.csv" }, "data-missing", /introuvable/],
  ] as const)("refuses %s, saying which", async (_, more, code, message) => {
    await expect(runLogit(options(more as Partial<LogitOptions>))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      exitCode: 2,
    });
  });

  const written = async (name: string, header: string, row: (i: number) => string) => {
    const path = join(folder, name);
    const lines = Array.from({ length: 60 }, (_, i) => row(i));
    await writeFile(path, `${header}\n${lines.join("\n")}\n`);
    return path;
  };
  const outcomeOf = (i: number) => ((i * 7) % 5 < 2 ? 1 : 0);

  it("reads decimal commas as numbers", async () => {
    const row = (mark: string) => (i: number) => `${i % 9}${mark}5;${outcomeOf(i)}`;
    const commas = await written("commas.csv", "x;y", row(","));
    const points = await written("points.csv", "x;y", row("."));
    const [own, other] = await Promise.all(
      [commas, points].map((data) => runLogit(options({ data, outcome: "y", terms: ["x"] }))),
    );
    expect(own).toEqual(other);
  });

  it("reports a text of one level as aliased, and says nothing of the others", async () => {
    const data = await written("one.csv", "x,t,y", (i) => `${i % 9},C,${outcomeOf(i)}`);
    const report = await runLogit(options({ data, outcome: "y", terms: ["x", "t"] }));
    expect(report.k).toBe(2);
    expect(report.warnings).toMatchObject([{ code: "collinear", terms: ["t[C]"] }]);
  });

  it.each([1e-300, 1e-12, 1e12, 1e300])(
    "gives the same z whatever the unit, here × %s",
    async (unit) => {
      const data = await written("unit.csv", "x,y", (i) => `${(i % 9) + 1},${outcomeOf(i)}`);
      const scaled = await written(
        "scaled.csv",
        "x,y",
        (i) => `${((i % 9) + 1) * unit},${outcomeOf(i)}`,
      );
      const terms = { outcome: "y", terms: ["x"] };
      const [own, other] = [
        await runLogit(options({ data, ...terms })),
        await runLogit(options({ data: scaled, ...terms })),
      ];
      expect(other.coefficients[1]!.z).toBeCloseTo(own.coefficients[1]!.z!, 9);
      expect(other.deviance).toBeCloseTo(own.deviance!, 9);
    },
  );

  it.each([
    ["a column without a value", (i: number) => `,${outcomeOf(i)}`, "empty-column", /« x »/],
    [
      "a number that is a word",
      (i: number) => `${i === 40 ? "n.d." : i},${outcomeOf(i)}`,
      "not-a-category",
      /« n\.d\. » à la ligne 41/,
    ],
    [
      "an identifier as a category",
      (i: number) => `S${i},${outcomeOf(i)}`,
      "not-a-category",
      /60 niveaux pour 60 lignes/,
    ],
  ] as const)("refuses %s", async (_, row, code, message) => {
    const data = await written(`${code}.csv`, "x,y", row);
    await expect(runLogit(options({ data, outcome: "y", terms: ["x"] }))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      exitCode: 2,
    });
  });

  it("refuses an empty file, a folder and an unknown column of clusters", async () => {
    const empty = join(folder, "empty.csv");
    await writeFile(empty, "");
    await expect(runLogit(options({ data: empty }))).rejects.toMatchObject({
      code: "data-unreadable",
    });
    await expect(runLogit(options({ data: folder }))).rejects.toMatchObject({
      code: "data-missing",
    });
    await expect(
      runLogit(options({ robust: { kind: "cluster", column: "sirene" } })),
    ).rejects.toMatchObject({ code: "unknown-column" });
  });

  it("refuses a single class", async () => {
    const single = join(folder, "single.csv");
    await writeFile(single, "x,y\n1,1\n2,1\n");
    await expect(
      runLogit(options({ data: single, outcome: "y", terms: ["x"] })),
    ).rejects.toMatchObject({ code: "single-class", exitCode: 1 });
  });
});

import { existsSync, readFileSync } from "node:fs";
import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import type { CellRow } from "../../../loaders/disclosure/cellsFile.js";
import {
  type ProtectionReport,
  protectCells,
  roundCells,
} from "../../../loaders/disclosure/protectCells.js";
import { crossTable, labelsOf } from "../../../src/lib/disclosure/crossTable.js";
import { buildDimension } from "../../../src/lib/disclosure/dimension.js";
import { primaryCells } from "../../../src/lib/disclosure/requirement.js";
import { parseProtectionSpec } from "../../../src/lib/disclosure/spec.js";
import { suppressionProblem } from "../../../src/lib/disclosure/suppressionProblem.js";
import { auditTable } from "../../../src/lib/disclosure/tableAudit.js";

const highs = await highsLoader();

/** Labels, value, companies, largest and second-largest contribution (none: many equal companies). */
type Cell = [labels: string[], value: number, contributors: number, max?: number, max2?: number];

function rowsOf(cells: readonly Cell[]): CellRow[] {
  return cells.map(([labels, value, contributors, largest = 0, second = 0], index) => ({
    ...{ labels, value, contributors, largest, second },
    line: index + 2,
  }));
}

function protect(spec: unknown, cells: readonly Cell[]): ProtectionReport {
  const parsed = parseProtectionSpec(spec, "essai.json");
  return protectCells({ rows: rowsOf(cells), decimals: 0 }, parsed, highs);
}

/** Labels joined by a bar, of the cells of a status. */
function keys({ cells }: ProtectionReport, status: string, ...names: string[]): string[] {
  return cells
    .filter((cell) => cell.status === status)
    .map((cell) => names.map((name) => cell[name]).join("|"))
    .sort();
}

function interval({ cells }: ProtectionReport, labels: Record<string, string>) {
  return cells.find((cell) => Object.entries(labels).every(([name, label]) => cell[name] === label))
    ?.interval;
}

const BUSINESS = { minContributors: 3, dominance: 0.85 };

/** rtauargus README, table act_size (E1). */
const ACT_SIZE: Cell[] = [
  [["01", "tr1"], 100, 10, 20],
  [["01", "tr2"], 50, 5, 15],
  [["02", "tr1"], 30, 2, 20],
  [["02", "tr2"], 20, 5, 10],
  [["06", "tr1"], 60, 8, 16],
  [["06", "tr2"], 40, 6, 38],
];

/** INSEE, formationTauArgus: sales of instruments in M€ (E2). */
const INSTRUMENTS: Cell[] = [
  [["Nord", "Harpe"], 58, 5],
  [["Nord", "Piano"], 71, 17],
  [["Nord", "Orgue"], 92, 5],
  [["Nord", "Autre"], 800, 12],
  [["Centre", "Harpe"], 11, 4],
  [["Centre", "Piano"], 124, 11],
  [["Centre", "Orgue"], 157, 2],
  [["Centre", "Autre"], 934, 7],
  [["Sud", "Harpe"], 36, 3],
  [["Sud", "Piano"], 24, 6],
  [["Sud", "Orgue"], 60, 1],
  [["Sud", "Autre"], 651, 4],
];

describe("protectCells", () => {
  it.each([
    ["value", 80],
    ["cells", 2],
    ["count", 13],
  ])("hides rtauargus’s act_size as INSEE does when a cell costs its %s (E1)", (cost, expected) => {
    const dimensions = [{ name: "activity" }, { name: "size" }];
    const report = protect({ dimensions, cost, rules: BUSINESS }, ACT_SIZE);
    expect(keys(report, "primary", "activity", "size")).toEqual(["02|tr1", "06|tr2"]);
    expect(keys(report, "secondary", "activity", "size")).toEqual(["02|tr2", "06|tr1"]);
    expect(report).toMatchObject({ cost: expected, optimal: true, audit: { safe: true } });
    const seen = (activity: string, size: string) => interval(report, { activity, size });
    expect([seen("02", "tr1"), seen("02", "tr2")]).toEqual([
      [0, 50],
      [0, 50],
    ]);
    expect([seen("06", "tr1"), seen("06", "tr2")]).toEqual([
      [40, 90],
      [10, 60],
    ]);
  });

  it("protects INSEE’s instruments at no more than the mask INSEE accepts, with a third organ cell (E2)", () => {
    const dimensions = [{ name: "region" }, { name: "instrument" }];
    const report = protect({ dimensions, rules: { minContributors: 3 } }, INSTRUMENTS);
    expect(keys(report, "primary", "region", "instrument")).toEqual(["Centre|Orgue", "Sud|Orgue"]);
    expect(report.audit.safe).toBe(true);
    // Piano + Orgue, 528 in all, less the two sensitive cells.
    expect(report.cost).toBeLessThanOrEqual(528 - 157 - 60);
    const hidden = report.cells.filter(
      ({ instrument, status }) => instrument === "Orgue" && status !== "published",
    );
    expect(hidden.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ["Harpe", ["Nord", "Centre", "Sud"], [63, 168], ["interval"]],
    ["Piano", ["Nord", "Centre", "Sud"], [62, 281], []],
    ["Harpe", ["Centre", "Sud"], [121, 193], ["insider"]],
  ])("judges the mask %s and Orgue of %j as INSEE does (E2)", (other, regions, centre, kinds) => {
    const leaves = INSTRUMENTS.map(([labels, value, contributors]) => ({
      labels,
      value,
      contributors,
    }));
    const dimensions = [0, 1].map((d) =>
      buildDimension({ name: `${d}` }, [...new Set(leaves.map(({ labels }) => labels[d]!))]),
    );
    const table = crossTable(
      dimensions,
      leaves.map(({ labels, value, contributors }) => ({
        ...{ value, contributors, largest: 0, second: 0 },
        at: labels.map((label, d) => dimensions[d]!.labels.indexOf(label)),
      })),
    );
    const mask = Uint8Array.from(table.value, (_, cell) => {
      const [region, instrument] = labelsOf(table, cell);
      return regions.includes(region!) && [other, "Orgue"].includes(instrument!) ? 1 : 0;
    });
    const primaries = primaryCells(table, { minContributors: 3 }, { frequency: 0.1 });
    const audit = auditTable(suppressionProblem(table, primaries, table.value, 3), mask, highs);
    const cell = primaries[0]!.cell;
    expect(audit.attacks.map(({ kind }) => kind)).toEqual(
      kinds.length > 0 ? expect.arrayContaining(kinds) : [],
    );
    if (regions.length === 3) expect([audit.low[cell], audit.high[cell]]).toEqual(centre);
  });

  it("hides column F of sdcTable’s microdata1 with the rows A and C at 40 companies (E6)", () => {
    const cells: Cell[] = [
      [["A", "m"], 178, 18],
      [["A", "f"], 20, 2],
      [["B", "m"], 140, 14],
      [["B", "f"], 204, 19],
      [["C", "m"], 118, 12],
      [["C", "f"], 106, 10],
      [["D", "m"], 366, 11],
      [["D", "f"], 152, 14],
    ];
    const dimensions = [{ name: "region" }, { name: "gender" }];
    const rules = { minContributors: 3 };
    const report = protect({ dimensions, cost: "count", rules }, cells);
    expect(report.cost).toBe(40);
    expect(keys(report, "secondary", "region", "gender")).toEqual(["A|m", "C|f", "C|m"]);
  });

  it("hides a violin maker’s region with a sister region, not with one of another parent (E7)", () => {
    const parts: Record<string, number[]> = {
      Nord: [21, 2, 23],
      Ouest: [32, 54, 67, 38],
      Est: [27, 41, 12],
      Sud: [44, 39],
    };
    const cells = Object.entries(parts).flatMap(([parent, counts]) =>
      counts.map((count, i): Cell => [[`${parent[0]}${i + 1}`], count, count]),
    );
    const tree = Object.fromEntries(
      Object.entries(parts).map(([parent, counts]) => [
        parent,
        counts.map((_, i) => `${parent[0]}${i + 1}`),
      ]),
    );
    const spec = { dimensions: [{ name: "region", tree }], rules: { minContributors: 3 } };
    const report = protect(spec, cells);
    expect(keys(report, "primary", "region")).toEqual(["N2"]);
    expect(keys(report, "secondary", "region")).toEqual(["N1"]);
    expect(report.cells[0]).toMatchObject({ region: "Total", value: 400, status: "published" });
  });

  it("leaves a doubt where one cell holds a whole line, when the non-zero rule is asked for", () => {
    const cells: Cell[] = [
      [["X", "marié"], 0, 0],
      [["X", "divorcé"], 9, 9],
      [["Y", "marié"], 20, 20],
      [["Y", "divorcé"], 12, 12],
      [["Z", "marié"], 30, 30],
      [["Z", "divorcé"], 14, 14],
    ];
    const dimensions = [{ name: "commune" }, { name: "état" }];
    const shown = protect({ dimensions, rules: {} }, cells);
    expect(keys(shown, "primary", "commune")).toEqual([]);
    const report = protect({ dimensions, rules: { nonZero: true } }, cells);
    expect(report.audit.safe).toBe(true);
    expect(keys(report, "primary", "commune", "état")).toEqual(["X|divorcé", "X|marié"]);
    expect(keys(report, "secondary", "commune", "état")).toEqual(["Y|divorcé", "Y|marié"]);
    expect(interval(report, { commune: "X", état: "marié" })).toEqual([0, 9]);
  });

  it("rounds act_size to multiples of 5 that add up, what is one already staying put", () => {
    const spec = parseProtectionSpec(
      { dimensions: [{ name: "activity" }, { name: "size" }], rules: {} },
      "essai.json",
    );
    const odd = ACT_SIZE.map(([labels, value, n]): Cell => [labels, value + 1, n]);
    const { cells } = roundCells({ rows: rowsOf(odd), decimals: 0 }, spec, 5, highs);
    expect(cells.every(({ value, rounded }) => Math.abs(value - rounded) < 5)).toBe(true);
    expect(cells.every(({ rounded }) => rounded % 5 === 0)).toBe(true);
    const inner = cells.filter(({ activity, size }) => activity !== "Total" && size !== "Total");
    expect(inner.reduce((sum, { rounded }) => sum + rounded, 0)).toBe(cells[0]?.rounded);
    const round = (base: number) => () =>
      roundCells({ rows: rowsOf(odd), decimals: 0 }, spec, base, highs);
    expect(round(0.5)).toThrow(/0.5 n’est pas un multiple de 1/);
  });

  it("counts in the smallest unit of the file, so that sums of decimals are exact", () => {
    const cells: Cell[] = [
      [["a"], 0.1, 5],
      [["b"], 0.2, 1],
      [["c"], 0.3, 7],
    ];
    const spec = parseProtectionSpec(
      { dimensions: [{ name: "x" }], rules: { minContributors: 3 } },
      "essai.json",
    );
    const report = protectCells({ rows: rowsOf(cells), decimals: 1 }, spec, highs);
    expect(report.cells[0]).toMatchObject({ x: "Total", value: 0.6, interval: [0.6, 0.6] });
    expect(report.cost).toBe(0.1);
    expect(interval(report, { x: "b" })).toEqual([0, 0.3]);
  });

  it.each([
    [{ a: ["1", "2"], b: ["2"] }, /« 2 » est à la fois dans « a » et dans « b »/],
    [{ a: ["b"], b: ["a"] }, /son propre sous-arbre/],
    [{ "1": ["3"] }, /« 1 » est un total/],
  ])("refuses the tree %j in French", (tree, message) => {
    const dimensions = [{ name: "x", tree }];
    const cells: Cell[] = [[["1"], 5, 5]];
    expect(() => protect({ dimensions, rules: {} }, cells)).toThrow(message);
  });

  it.each([
    [{}, /dimensions/],
    [{ dimensions: [{ name: "x" }], rules: { minContributor: 3 } }, /minContributor/],
    [{ dimensions: [{ name: "x" }], rules: { dominance: 85 } }, /rules\.dominance/],
  ])("refuses the specification %j in French", (spec, message) => {
    expect(() => parseProtectionSpec(spec, "essai.json")).toThrow(message);
  });
});

const folder = new URL("../../../../shared/reference/sdc/", import.meta.url);

interface Reference {
  dimensions: { name: string; tree: Record<string, string[]> }[];
  values: Record<string, number>;
  cell_info: Record<string, { n?: number; contributions?: number[] }> | null;
  primary: Record<string, unknown>;
  optimal_cost: number;
  optimal_patterns: { secondary: string[]; intervals: Record<string, [number, number]> }[];
}

function readReference(name: string): Reference {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
}

describe.skipIf(!existsSync(folder))(
  "reference tables (skipped: ../shared absent when it is not there)",
  () => {
    it.each([
      ["1-frequency-rectangle", { minContributors: 3 }, true],
      ["2-dominance-85", BUSINESS, false],
      ["3-hierarchy", { minContributors: 3 }, true],
      ["5-singletons", BUSINESS, false],
    ])("reaches the proved optimum and its intervals on %s", (name, rules, counts) => {
      const reference = readReference(name);
      const dimensions = reference.dimensions.map(({ name, tree: { T, ...tree } }) => ({
        name,
        tree: { Total: T!, ...tree },
      }));
      const isLeaf = (label: string) =>
        label !== "T" && dimensions.every(({ tree }) => !(label in tree));
      const cells = Object.entries(reference.values).flatMap(([key, value]): Cell[] => {
        const labels = key.split("|");
        if (!labels.every(isLeaf)) return [];
        const info = reference.cell_info?.[key];
        const [max = 0, max2 = 0] = info?.contributions ?? (info?.n === 1 ? [value] : []);
        return [[labels, value, counts ? value : (info?.n ?? 100), max, max2]];
      });
      const report = protect({ dimensions, rules }, cells);
      const named = (key: string) => key.replaceAll(/\bT\b/g, "Total");
      const names = dimensions.map(({ name }) => name);
      expect(report).toMatchObject({
        cost: reference.optimal_cost,
        optimal: true,
        audit: { safe: true, attacks: [] },
      });
      expect(keys(report, "primary", ...names)).toEqual(
        Object.keys(reference.primary).map(named).sort(),
      );
      const [optimum] = reference.optimal_patterns;
      expect(keys(report, "secondary", ...names)).toEqual(optimum!.secondary.map(named).sort());
      for (const [key, expected] of Object.entries(optimum!.intervals)) {
        const labels = named(key).split("|");
        const at = Object.fromEntries(names.map((name, d) => [name, labels[d]!]));
        expect(interval(report, at)).toEqual(expected);
      }
    });

    it("finds every interval of 6-audit-geurts (E5)", () => {
      const { published, suppressed, intervals, dimensions } = JSON.parse(
        readFileSync(new URL("6-audit-geurts.json", folder), "utf8"),
      );
      // One table consistent with what is published: the handbook’s own.
      const inner: Record<string, number> = { "1|1": 4, "1|2": 3, "2|1": 2, "2|2": 1 };
      const built = dimensions.map(({ name, tree }: Reference["dimensions"][number]) =>
        buildDimension({ name }, tree.T!),
      );
      const leaves = ["1", "2", "3"].flatMap((row, r) =>
        ["1", "2"].map((column, c) => ({
          ...{ at: [r + 1, c + 1], contributors: 9, largest: 0, second: 0 },
          value: inner[`${row}|${column}`] ?? published[`${row}|${column}`],
        })),
      );
      const table = crossTable(built, leaves);
      const key = (cell: number) => labelsOf(table, cell).join("|").replaceAll("Total", "T");
      const mask = Uint8Array.from(table.value, (_, cell) =>
        suppressed.includes(key(cell)) ? 1 : 0,
      );
      const audit = auditTable(suppressionProblem(table, [], table.value, 3), mask, highs);
      for (const cell of mask.keys()) {
        if (mask[cell] === 0) expect(published[key(cell)]).toBe(table.value[cell]);
        else expect([audit.low[cell], audit.high[cell]]).toEqual(intervals[key(cell)]);
      }
    });
  },
);

import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { ProtectedCell, ProtectionReport } from "../../loaders/disclosure/protectCells.js";
import { toCsv } from "../../src/lib/csv.js";
import type { ProtectionSpec } from "../../src/lib/disclosure/spec.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber, formatPercent } from "../../src/lib/format/number.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options {
  table: string;
  spec: string;
  publish?: string;
  round?: number;
}

export function protectCommand(terminal: Terminal): Command {
  return createCommand(
    "protect",
    "Protège un tableau par le secret statistique : cache le moins possible, puis l’attaque.",
    "vigie protect --table cellules.csv --spec tableau.json --publish tableau-public.csv",
  )
    .requiredOption("--table <fichier>", "CSV des cellules les plus fines, une par ligne")
    .requiredOption("--spec <fichier>", "JSON : dimensions, colonnes, coût, règles, protection")
    .option(
      "--publish <fichier>",
      "écrit le tableau publiable en CSV, « s » pour une cellule cachée",
    )
    .option(
      "--round <base>",
      "arrondit aux multiples de la base en gardant les sommes, au lieu de cacher",
      base,
    )
    .action((options: Options) => protect(options, terminal));
}

async function protect(options: Options, terminal: Terminal): Promise<void> {
  const { readCellsFile } = await import("../../loaders/disclosure/cellsFile.js");
  const { protectCells, roundCells } = await import("../../loaders/disclosure/protectCells.js");
  const { parseProtectionSpec } = await import("../../src/lib/disclosure/spec.js");
  const { default: highsLoader } = await import("highs");
  const spec = parseProtectionSpec(await readSpec(options.spec), options.spec);
  const cells = await readCellsFile(options.table, spec);
  if (options.round !== undefined) {
    const rounding = roundCells(cells, spec, options.round, await highsLoader());
    terminal.say(`${formatNumber(rounding.cells.length)} cellules arrondies, sommes gardées.`);
    if (options.publish)
      await writeFile(
        options.publish,
        publishedCsv(rounding.cells, spec, (cell) => cell.rounded),
      );
    terminal.document(rounding);
    return;
  }
  const start = performance.now();
  const found = protectCells(cells, spec, await highsLoader());
  const { audit, ...result } = found;
  const report = { ...result, seconds: (performance.now() - start) / 1000, audit };
  describe(found, spec, terminal);
  if (!audit.safe) throw unsafe(report);
  if (options.publish)
    await writeFile(options.publish, publishedCsv(found.cells, spec, valueOrMark));
  terminal.document(report);
}

async function readSpec(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new VigieError(
      "disclosure-spec",
      `${file} n’est pas lisible (${(error as Error).message})`,
      "Donnez une spécification en JSON à --spec.",
      2,
    );
  }
}

function describe(
  { cells, cost, optimal, audit }: ProtectionReport,
  { cost: kind }: ProtectionSpec,
  terminal: Terminal,
): void {
  const count = (status: string) => cells.filter((cell) => cell.status === status).length;
  terminal.table(
    ["cellules", "nombre"],
    [
      ["publiées", formatNumber(count("published"))],
      ["sensibles par elles-mêmes", formatNumber(count("primary"))],
      ["cachées en complément", formatNumber(count("secondary"))],
    ],
    [1],
  );
  terminal.say(
    optimal === true
      ? `Coût du complément : ${formatNumber(cost)} ${COSTS[kind]}, le plus bas possible.`
      : `Coût du complément : ${formatNumber(cost)} ${COSTS[kind]}, au plus ${formatPercent(100 * optimal)} au-dessus du plus bas possible.`,
  );
  if (audit.safe) terminal.say("✔ Contrôle : rien ne se déduit des cellules publiées.");
}

const COSTS = { value: "en valeur", count: "unités", cells: "cellules" } as const;

function unsafe(report: ProtectionReport): VigieError {
  const { length } = report.audit.attacks;
  return new VigieError(
    "disclosure-unsafe",
    `Le tableau protégé ne passe pas son contrôle : ${length} cellule(s) se déduisent des cellules publiées`,
    "Rien n’a été publié. Regroupez des modalités ou renoncez à publier ce tableau.",
    1,
    report,
  );
}

/** What may be published: labels and, for each cell, what is shown of it and nothing else. */
function publishedCsv<Cell extends { [dimension: string]: unknown }>(
  cells: readonly Cell[],
  { dimensions, value }: ProtectionSpec,
  shown: (cell: Cell) => string | number,
): string {
  const labels = dimensions.map(({ name }) => ({
    label: name,
    value: (cell: Cell) => String(cell[name]),
  }));
  return toCsv([...labels, { label: value, value: shown }], cells);
}

/** One mark, `s`, for every hidden cell. */
function valueOrMark({ status, value }: ProtectedCell): string | number {
  return status === "published" ? value : "s";
}

function base(text: string): number {
  const number = Number(text.replace(",", "."));
  if (text.trim() !== "" && Number.isFinite(number) && number > 0) return number;
  throw new VigieError(
    "usage",
    `--round : « ${text} » refusé`,
    "Valeur attendue : un nombre positif, tel que 5.",
    2,
  );
}

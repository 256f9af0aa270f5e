import type { Highs } from "highs";
import type { OpenTable } from "../../src/lib/diffusion/openTable.js";
import { COUNT_RULES } from "../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../src/lib/disclosure/protectionLevel.js";
import { protectTable } from "../../src/lib/disclosure/protectTable.js";
import type { Equation, Table } from "../../src/lib/disclosure/table.js";
import { ALL_SECTORS, nodesOfLevel } from "../../src/lib/naf.js";
import type { Cell, SurvivalTable } from "../../src/lib/tables.js";
import { REGIONS } from "../geography.js";
import { SURVIVAL_HORIZONS, type SurvivalCell } from "./survivalCells.js";

const PLACES = [
  { territory: "FR", sector: ALL_SECTORS },
  ...REGIONS.map(({ code }) => ({ territory: code, sector: ALL_SECTORS })),
  ...nodesOfLevel("A10").map(({ code }) => ({ territory: "FR", sector: code })),
];

/**
 * Survival of the companies that entered a proceeding each year, in France, each région and each A10
 * sector: protected together, a year at a time.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export function survivalTable(cells: readonly SurvivalCell[], highs: Highs): SurvivalTable {
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    horizons: [...SURVIVAL_HORIZONS],
    rows: years.flatMap((year) =>
      yearRows(
        year,
        cells.filter((cell) => cell.year === year),
        highs,
      ),
    ),
  };
}

function yearRows(
  year: number,
  cells: readonly SurvivalCell[],
  highs: Highs,
): SurvivalTable["rows"] {
  const { horizons } = cells[0]!;
  const width = 1 + 2 * horizons.length;
  const table = tableOf(cells, horizons, width);
  const { mask } = protectTable(
    table,
    {
      rules: COUNT_RULES,
      frequency: DEFAULT_PROTECTION.frequency,
      cost: table.value.map((value) => 1 + value),
    },
    highs,
  );
  const read = (cell: number): Cell => (mask[cell] === 1 ? "s" : table.value[cell]!);
  return PLACES.map((place, row) => {
    const cohort = read(row * width);
    return {
      year,
      ...place,
      cohort,
      survival: SURVIVAL_HORIZONS.map((_, index) =>
        index < horizons.length ? share(read(row * width + survivors(index)), cohort) : null,
      ),
    };
  });
}

/** Column of those not in liquidation at a horizon; the one before holds those that are by then. */
const survivors = (index: number): number => 2 + 2 * index;

/** In percent, one decimal: both parts are published. */
function share(survivors: Cell, cohort: Cell): Cell {
  if (survivors === "s" || cohort === "s") return "s";
  if (survivors === null || !cohort) return null;
  return Math.round((survivors / cohort) * 1000) / 10;
}

/** Each place in turn: its cohort, then at each horizon the liquidated since the last one and the rest. */
function tableOf(
  cells: readonly SurvivalCell[],
  horizons: readonly number[],
  width: number,
): Table {
  const value = new Float64Array(PLACES.length * width);
  for (const [row, { territory, sector }] of PLACES.entries())
    for (const cell of cells) {
      if (territory !== "FR" && territory !== cell.region) continue;
      if (sector !== ALL_SECTORS && sector !== cell.sector) continue;
      value[row * width]! += cell.companies;
      for (const [index, horizon] of horizons.entries()) {
        if (cell.fate === `liq${horizon}`) {
          value[row * width + survivors(index) - 1]! += cell.companies;
          break;
        }
        value[row * width + survivors(index)]! += cell.companies;
      }
    }
  const equations: Equation[] = [];
  for (let row = 0; row < PLACES.length; row++)
    for (const index of horizons.keys()) {
      const end = row * width + survivors(index);
      equations.push({ total: index === 0 ? row * width : end - 2, parts: [end - 1, end] });
    }
  const detailed = (isPart: (place: (typeof PLACES)[number]) => boolean) => {
    const rows = PLACES.flatMap((place, row) => (isPart(place) ? [row] : []));
    for (let column = 0; column < width; column++)
      equations.push({ total: column, parts: rows.map((row) => row * width + column) });
  };
  detailed(({ territory }) => territory !== "FR");
  detailed(({ sector }) => sector !== ALL_SECTORS);
  const ones = value.map((count) => Math.min(count, 1));
  return { value, contributors: value, largest: ones, second: ones, equations, grandTotal: 0 };
}

/** The same, as open data. */
export function openSurvival({ horizons, rows }: SurvivalTable): OpenTable {
  return {
    name: "survie",
    label: "Survie des entreprises entrées en sauvegarde ou en redressement",
    description:
      "Entreprises du périmètre entrées chaque année en sauvegarde ou en redressement judiciaire, et part de celles qui ne sont pas en liquidation après douze, vingt-quatre et trente-six mois.",
    source: "Urssaf, procédures collectives",
    columns: [
      { name: "annee", type: "integer", description: "Année d’entrée en procédure", unit: "année" },
      { name: "territoire", type: "string", description: "FR ou code de la région", unit: "code" },
      { name: "secteur", type: "string", description: "Secteur, ou Total", unit: "code" },
      {
        name: "entreprises",
        type: "integer",
        description: "Entreprises entrées en procédure dans l’année",
        unit: "entreprises",
        nullable: true,
        cell: true,
      },
      ...horizons.map((months) => ({
        name: `survie_${months}_mois`,
        type: "number" as const,
        description: `Part de celles qui ne sont pas en liquidation après ${months} mois`,
        unit: "%",
        nullable: true,
        cell: true,
      })),
    ],
    key: ["annee", "territoire", "secteur"],
    rows: rows.map(({ year, territory, sector, cohort, survival }) => [
      year,
      territory,
      sector,
      cohort,
      ...survival,
    ]),
  };
}

import { cellColumn } from "../../lib/cellColumn.js";
import { rankFinding } from "../../lib/findings.js";
import { formatMonthLong } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import { levelShares } from "../../lib/levelShares.js";
import { LEVELS, type Level } from "../../lib/levels.js";
import { ALL_SECTORS, nafNode } from "../../lib/naf.js";
import type { BatchTable, Cell, LevelsTable } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { levelDots } from "../levelDots.js";

export interface LevelsFigure {
  table: LevelsTable;
  /** What the companies are split by: the A10 sectors of France, or the régions. */
  by: "sector" | "region";
  /** Names of the territories by code. */
  names: ReadonlyMap<string, string>;
  batch: BatchTable;
}

interface Row {
  label: string;
  levels: Record<Level, Cell>;
  shares: Record<Level, Cell>;
}

const COUNT = { kind: "count", unit: "entreprises" } as const;
const SHARE = { kind: "rate", unit: "%" } as const;
const NOTES = [
  "Un niveau d’alerte invite à regarder de plus près : la plupart des entreprises signalées ne défaillent pas.",
  "Le modèle lit la situation de chaque entreprise ; un secteur plus signalé n’est pas toujours un secteur qui se dégrade.",
  "Lorsqu’un niveau est masqué par le secret statistique, aucune part n’est calculée pour le groupe.",
];

/** Share of companies at each alert level by sector or by région, for the list of the batch. */
export function levelsFigure({ table, by, names, batch }: LevelsFigure): HTMLElement {
  const isShown = ({ territory, sector }: LevelsTable["rows"][number]) =>
    by === "sector"
      ? territory === "FR" && sector !== ALL_SECTORS
      : territory !== "FR" && sector === ALL_SECTORS;
  const rows = table.rows.filter(isShown).map(
    ({ territory, sector, levels }): Row => ({
      label: by === "sector" ? nafNode(sector).label : (names.get(territory) ?? territory),
      levels,
      shares: levelShares(levels),
    }),
  );
  const month = formatMonthLong(table.month);
  const split = by === "sector" ? "par grand secteur, France" : "par région";
  return figure({
    title: finding(rows, by),
    subtitle: `Part des entreprises de la liste de ${month} à chaque niveau d’alerte, ${split}, en pourcentage.${whole(table)}`,
    chart: levelDots(rows.map(({ label, shares: { fort, modere } }) => ({ label, fort, modere }))),
    source: { name: "Signaux Faibles, liste du lot", batch },
    data: {
      caption: `Entreprises par niveau d’alerte ${split}, ${month}`,
      columns: [
        { label: by === "sector" ? "Secteur" : "Région", value: ({ label }) => label },
        ...LEVEL_NAMES.map((level) =>
          cellColumn<Row>(LEVELS[level].label, ({ levels }) => levels[level], COUNT),
        ),
        ...LEVEL_NAMES.filter((level) => level !== "aucun").map((level) =>
          cellColumn<Row>(`Part : ${LEVELS[level].label}`, ({ shares }) => shares[level], SHARE),
        ),
      ],
      rows,
    },
    file: `niveaux-${by === "sector" ? "secteurs" : "regions"}`,
    notes: NOTES,
  });
}

const LEVEL_NAMES = Object.keys(LEVELS) as Level[];

function finding(rows: readonly Row[], by: LevelsFigure["by"]): string {
  const ranked = rows.map(({ label, shares }) => ({ label, value: shares.fort }));
  const group = by === "sector" ? (["secteurs", "publiés"] as const) : REGIONS;
  return `Risque fort : ${rankFinding(SHARE, ranked, group)}`;
}

const REGIONS = ["régions", "publiées"] as const;

function whole({ rows }: LevelsTable): string {
  const row = rows.find(({ territory, sector }) => territory === "FR" && sector === ALL_SECTORS);
  if (!row) return "";
  const { fort, modere } = levelShares(row.levels);
  return ` France : ${formatCell(fort, SHARE)} en ${LEVELS.fort.label}, ${formatCell(modere, SHARE)} en ${LEVELS.modere.label}.`;
}

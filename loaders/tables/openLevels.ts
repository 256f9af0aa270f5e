import type { OpenTable } from "../../src/lib/diffusion/openTable.js";
import { LEVELS, type Level } from "../../src/lib/levels.js";
import type { LevelsTable } from "../../src/lib/tables.js";

const LEVEL_IDS = Object.keys(LEVELS) as Level[];

/** The levels of the list of the batch, as open data. */
export function openLevels({ month, rows }: LevelsTable): OpenTable {
  return {
    name: "niveaux",
    label: "Entreprises de la liste de détection, par niveau d’alerte",
    description:
      "Nombre d’entreprises à chaque niveau d’alerte dans la dernière liste, pour la France, chaque région et chaque secteur de la nomenclature A10.",
    source: "Signaux Faibles, liste de détection",
    columns: [
      { name: "periode", type: "string", description: "Mois de la liste", unit: "mois" },
      { name: "territoire", type: "string", description: "FR ou code de la région", unit: "code" },
      { name: "secteur", type: "string", description: "Secteur, ou Total", unit: "code" },
      ...LEVEL_IDS.map((id) => ({
        name: id,
        type: "integer" as const,
        description: `Entreprises au niveau « ${LEVELS[id].label} »`,
        unit: "entreprises",
        nullable: true,
        cell: true,
      })),
    ],
    key: ["periode", "territoire", "secteur"],
    rows: rows.map(({ territory, sector, levels }) => [
      month,
      territory,
      sector,
      ...LEVEL_IDS.map((id) => levels[id]),
    ]),
  };
}

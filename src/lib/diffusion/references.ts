import { INDICATORS } from "../indicators.js";
import { levelOf, NAF_LEVELS, NAF_NODES } from "../naf.js";
import type { Territory } from "../tables.js";
import type { OpenTable } from "./openTable.js";
import { EVERY_SECTOR_LEVEL, TERRITORY_LEVELS } from "./publishedRows.js";

/** Names of the tables that explain the codes. */
export const TERRITORIES_TABLE = "territoires";
export const SECTORS_TABLE = "secteurs";

/** A territory of the series: its level tells apart a région and a département of one code. */
export interface OpenTerritory extends Pick<Territory, "level" | "code" | "name"> {
  /** Code of what holds it; null for France. */
  parent: string | null;
}

/** Codes of territories, with what holds each. */
export function territoriesTable(territories: readonly OpenTerritory[]): OpenTable {
  return {
    name: TERRITORIES_TABLE,
    label: "Territoires",
    description:
      "France, régions et départements des séries diffusées, et le territoire qui les contient.",
    source: "Insee, Code officiel géographique",
    key: ["niveau", "code"],
    columns: [
      {
        ...{ name: "niveau", type: "string", unit: "code", description: "Niveau du territoire." },
        values: TERRITORY_LEVELS,
      },
      {
        name: "code",
        type: "string",
        unit: "code",
        description: "FR, ou Code officiel géographique.",
      },
      { name: "nom", type: "string", unit: "texte", description: "Nom du territoire." },
      {
        ...{ name: "parent", type: "string", unit: "code", nullable: true },
        description:
          "Code du territoire de niveau supérieur qui le contient ; vide pour la France.",
      },
    ],
    rows: territories.map(({ level, code, name, parent }) => [level, code, name, parent]),
  };
}

/** Codes of sectors, with what holds each and its official code at each level. */
export function sectorsTable(): OpenTable {
  return {
    name: SECTORS_TABLE,
    label: "Secteurs",
    description:
      "Secteurs des séries diffusées : un groupe de divisions de la NAF rév. 2 n’a qu’une ligne, même s’il existe à plusieurs niveaux.",
    source: "Insee, nomenclature d’activités française (NAF rév. 2) et ses niveaux d’agrégation",
    key: ["code"],
    columns: [
      {
        name: "code",
        type: "string",
        unit: "code",
        description: "Code du secteur dans les séries.",
      },
      { name: "libelle", type: "string", unit: "texte", description: "Nom du secteur, abrégé." },
      {
        ...{ name: "niveau", type: "string", unit: "code" },
        values: [EVERY_SECTOR_LEVEL, ...NAF_LEVELS],
        description: "Niveau le plus agrégé où il existe.",
      },
      {
        ...{ name: "parent", type: "string", unit: "code", nullable: true },
        description: "Plus petit secteur qui le contient ; vide pour le total.",
      },
      ...NAF_LEVELS.map((level) => ({
        ...{ name: level.toLowerCase(), type: "string" as const, unit: "code", nullable: true },
        description: `Son code officiel au niveau ${level}, s’il y existe.`,
      })),
    ],
    rows: NAF_NODES.map((node) => [
      node.code,
      node.label,
      levelOf(node) ?? EVERY_SECTOR_LEVEL,
      node.parent,
      ...NAF_LEVELS.map((level) => node.codes[level] ?? null),
    ]),
  };
}

/** What each series is. */
export function indicatorsTable(): OpenTable {
  const texts = {
    libelle: "Nom de l’indicateur.",
    unite: "Unité des valeurs.",
    definition: "Ce que l’indicateur mesure.",
    formule: "Comment il se calcule.",
    source: "D’où il vient.",
    a_savoir: "Ce qu’il ne dit pas.",
  };
  return {
    name: "indicateurs",
    label: "Définitions des indicateurs",
    description: "Nom, unité, définition, formule et source de chaque série diffusée.",
    source: "Signaux Faibles",
    key: ["indicateur"],
    columns: [
      {
        ...{ name: "indicateur", type: "string", unit: "code" },
        description: "Nom des fichiers de la série.",
      },
      ...Object.entries(texts).map(([name, description]) => ({
        ...{ name, type: "string" as const, unit: "texte", description },
      })),
    ],
    rows: INDICATORS.map(({ id, label, unit, definition, formula, source, caveat }) => [
      ...[id, label, unit, definition, formula, source, caveat],
    ]),
  };
}

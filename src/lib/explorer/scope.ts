import { EVERY_SIZE_CODE, type TerritoryLevel } from "../diffusion/publishedRows.js";
import { NAF_LEVELS, NAF_NODES, type NafLevel } from "../naf.js";
import { SIZE_CLASSES } from "../sizeClasses.js";

export const TERRITORY_LABELS: Readonly<Record<TerritoryLevel, string>> = {
  france: "France",
  region: "Toutes les régions",
  departement: "Tous les départements",
};

/** Code of a région or of a département, or of France (Code officiel géographique). */
const TERRITORY_CODE = /^(FR|\d{2,3}|2[AB])$/;

/** All the territories of a level, or one by its level and its code: `region`, `region:53`. */
export interface TerritoryScope {
  level: TerritoryLevel;
  code: string | null;
}

/** `region` or `departement:2A`; null when the text is neither. */
export function readTerritories(text: string): TerritoryScope | null {
  const [level = "", code = null] = text.split(":");
  if (!Object.hasOwn(TERRITORY_LABELS, level)) return null;
  if (code !== null && !TERRITORY_CODE.test(code)) return null;
  return { level: level as TerritoryLevel, code };
}

export const SIZE_SCOPES = {
  [EVERY_SIZE_CODE]: "Toutes tailles ensemble",
  classes: "Par tranche d’effectif",
} as const;

export type SizeScope = keyof typeof SIZE_SCOPES;

export const SIZE_CODES: readonly string[] = SIZE_CLASSES.map(({ code }) => code);

const SECTOR_CODES: ReadonlySet<string> = new Set(NAF_NODES.map(({ code }) => code));

/** Codes of a level (`A21`) or of one node (`F`, `Total`); null when the text is neither. */
export function sectorsOf(text: string): readonly string[] | null {
  if ((NAF_LEVELS as readonly string[]).includes(text)) return nodesAt(text as NafLevel);
  return SECTOR_CODES.has(text) ? [text] : null;
}

const nodesAt = (level: NafLevel): string[] =>
  NAF_NODES.filter(({ codes }) => codes[level] !== undefined).map(({ code }) => code);

import { EVERY_SECTOR_LEVEL, EVERY_SIZE_CODE } from "../diffusion/publishedRows.js";
import { INDICATORS } from "../indicators.js";
import { levelOf, NAF_NODES } from "../naf.js";
import { SIZE_CLASSES } from "../sizeClasses.js";
import type { Territory } from "../tables.js";
import type { ReferenceTable } from "./publishedColumns.js";
import { SIZE_SCOPES } from "./scope.js";

/** Rows of each table of labels, one text per column of `REFERENCE_COLUMNS`; null for no parent. */
export function referenceRows(
  territories: readonly Territory[],
): Record<ReferenceTable, readonly (readonly (string | null)[])[]> {
  return {
    indicateurs: INDICATORS.map(({ id, label, unit, definition }) => [id, label, unit, definition]),
    territoires: territories.map(({ code, name, level, parent }) => [
      code,
      name,
      level,
      parent?.code ?? null,
    ]),
    secteurs: NAF_NODES.map((node) => [
      node.code,
      node.label,
      levelOf(node) ?? EVERY_SECTOR_LEVEL,
      node.parent,
    ]),
    tailles: [
      [EVERY_SIZE_CODE, SIZE_SCOPES[EVERY_SIZE_CODE]],
      ...SIZE_CLASSES.map(({ code, label }) => [code, label]),
    ],
  };
}

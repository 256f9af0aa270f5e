import { EVERY_SIZE_CODE } from "../diffusion/publishedRows.js";
import { folded } from "../format/folded.js";
import { INDICATORS } from "../indicators.js";
import { NAF_NODES } from "../naf.js";
import { SIZE_CLASSES } from "../sizeClasses.js";
import type { CellLabels } from "./cellLabels.js";
import type { PublishedCell } from "./pivot.js";

const SECTORS = rankOf(NAF_NODES.map(({ code }) => code));
const SIZES = rankOf([EVERY_SIZE_CODE, ...SIZE_CLASSES.map(({ code }) => code)]);
const IDS = rankOf(INDICATORS.map(({ id }) => id));

/** Cells as a reader looks for them: indicators and sectors as in their lists, sizes growing, territories by name, periods in time. */
export function sortCells(cells: readonly PublishedCell[], label: CellLabels): PublishedCell[] {
  const names = new Map(
    cells.map(({ territoire }) => [territoire, folded(label("territoire", territoire))]),
  );
  const keys = (cell: PublishedCell): (string | number)[] => [
    IDS(cell.indicateur),
    cell.periode,
    names.get(cell.territoire)!,
    SECTORS(cell.secteur),
    SIZES(cell.taille),
  ];
  return cells
    .map((cell) => ({ cell, key: keys(cell) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ cell }) => cell);
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, part] of a.entries()) {
    if (part !== b[index]) return part < b[index]! ? -1 : 1;
  }
  return 0;
}

/** Place of each code in a list; those that are not in it come last. */
function rankOf(codes: readonly string[]): (code: string) => number {
  const ranks = new Map(codes.map((code, rank) => [code, rank]));
  return (code) => ranks.get(code) ?? ranks.size;
}

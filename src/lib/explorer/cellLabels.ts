import { EVERY_SIZE_CODE } from "../diffusion/publishedRows.js";
import { formatMonth } from "../format/calendar.js";
import type { IndicatorId } from "../indicators.js";
import { indicatorOf } from "../labels.js";
import { nafNode } from "../naf.js";
import { SIZE_CLASSES } from "../sizeClasses.js";
import type { Dimension } from "./dimension.js";
import { SIZE_SCOPES } from "./scope.js";

/** Names of the codes of each dimension, those of territories being given by code. */
export type CellLabels = (dimension: Dimension, code: string) => string;

/** A code without a name is its own. */
export function cellLabels(territories: ReadonlyMap<string, string>): CellLabels {
  const sizes = new Map([
    [EVERY_SIZE_CODE, SIZE_SCOPES[EVERY_SIZE_CODE]],
    ...SIZE_CLASSES.map(({ code, label }): [string, string] => [code, label]),
  ]);
  const names: Record<Dimension, (code: string) => string> = {
    periode: formatMonth,
    territoire: (code) => territories.get(code) ?? code,
    secteur: (code) => nafNode(code).label,
    taille: (code) => sizes.get(code) ?? code,
    indicateur: (code) => indicatorOf(code as IndicatorId).label,
  };
  return (dimension, code) => names[dimension](code);
}

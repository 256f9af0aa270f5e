import type { Level } from "./levels.js";
import type { Cell } from "./tables.js";

/** Companies of a group by level, in percent of them all; a level that is hidden hides the whole, so every share. */
export function levelShares(levels: Readonly<Record<Level, Cell>>): Record<Level, Cell> {
  const cells = [levels.fort, levels.modere, levels.aucun];
  if (cells.includes("s")) return { fort: "s", modere: "s", aucun: "s" };
  const counts = cells.filter((cell) => typeof cell === "number");
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < cells.length || total === 0) return { fort: null, modere: null, aucun: null };
  const share = (cell: Cell) => (100 * (cell as number)) / total;
  return { fort: share(levels.fort), modere: share(levels.modere), aucun: share(levels.aucun) };
}

import type { Highs } from "highs";
import type { Cube } from "../../../loaders/tables/cube.js";
import { keyOf } from "../../../loaders/tables/layout.js";
import { MEASURES } from "../../../loaders/tables/measures.js";
import type { ProtectedCube } from "../../../loaders/tables/protectedCube.js";
import { BUSINESS_RULES, COUNT_RULES, type Rules } from "../../../src/lib/disclosure/primary.js";
import { primaryCells } from "../../../src/lib/disclosure/requirement.js";
import { suppressionProblem } from "../../../src/lib/disclosure/suppressionProblem.js";
import { attackTable } from "../../../src/lib/disclosure/tableAudit.js";
import { INDICATORS } from "../../../src/lib/indicators.js";

export interface Release {
  cube: Cube;
  shown: ProtectedCube;
}

/** What a reader of two releases learns, month by month. */
export interface CrossAttack {
  /** Months of measures that both releases have. */
  compared: number;
  /** Cells hidden in one release and shown in the other, with the same value. */
  uncovered: string[];
  /** Sensitive cells that the two together betray. */
  attacks: string[];
}

/**
 * Reads two releases together: a cell that either of them shows, and whose value is the same in both,
 * is known. Sensitive cells of the last release are then attacked by linear programming.
 */
export function attackTogether(first: Release, last: Release, highs: Highs): CrossAttack {
  const found: CrossAttack = { compared: 0, uncovered: [], attacks: [] };
  for (const { id, scale } of MEASURES)
    for (const [index, month] of last.cube.months.entries()) {
      const after = last.shown.get(id)![index];
      const before = first.shown.get(id)![first.cube.months.indexOf(month)];
      if (!after || !before) continue;
      // What waits was released again as it was.
      if (after.deferred) continue;
      found.compared += 1;
      const place = new Map(before.cells.layout.cells.map((cell, at) => [keyOf(cell), at]));
      const { cells, hidden } = after;
      const unknown = hidden.slice();
      const name = (cell: number) => `${id} ${month} ${keyOf(cells.layout.cells[cell]!)}`;
      for (const cell of hidden.keys()) {
        const at = place.get(keyOf(cells.layout.cells[cell]!));
        if (at === undefined || before.cells.value[at] !== cells.value[cell]) continue;
        if (before.hidden[at] === hidden[cell]) continue;
        unknown[cell] = 0;
        if (hidden[cell] === 0) found.uncovered.push(name(cell));
      }
      const primaries = primaryCells(cells, rulesOf(id), { frequency: 0.1, unit: scale });
      const problem = suppressionProblem(cells, primaries, cells.value, 3);
      found.attacks.push(...attackTable(problem, unknown, highs).map(({ cell }) => name(cell)));
    }
  return found;
}

function rulesOf(id: string): Rules {
  return INDICATORS.find((one) => one.id === id)!.kind === "count" ? COUNT_RULES : BUSINESS_RULES;
}

import type { AttackerProgram } from "./attackerProgram.js";
import { ExchangeBasis } from "./exchanges.js";
import type { Requirement } from "./requirement.js";

/** Passes that try to prove many cells safe with one linear program. */
const PASSES = 12;

/**
 * Requirements not proved by changes that move many cells at once, to be tried one by one. An
 * attacker's change that lifts a cell far enough proves it whatever else it moves, so one program
 * often settles most of a table.
 */
export function openRequirements(
  program: AttackerProgram,
  requirements: readonly Requirement[],
  tolerance: number,
): Requirement[] {
  const open = new Set<Requirement>();
  const basis = new ExchangeBasis(program.table, program.share);
  const left = requirements.filter((requirement) => !basis.proves(requirement));
  const outsider = left.filter(({ known }) => known.length === 0);
  const rising = ({ lower, upper, slide }: Requirement) => Math.max(upper, slide - lower);
  const falling = ({ lower }: Requirement) => lower;
  for (const requirement of leftOver(program, outsider, rising, true, tolerance))
    open.add(requirement);
  for (const requirement of leftOver(program, outsider, falling, false, tolerance))
    open.add(requirement);
  const insider = left.filter(({ known }) => known.length > 0);
  for (const requirement of openInsiders(program, insider, tolerance)) open.add(requirement);
  return requirements.filter((requirement) => open.has(requirement));
}

/**
 * Insiders from whom no change found so far hides a cell. A change that leaves their own cells alone
 * and moves another far enough proves it; each program solved is tried on all that follow.
 */
function openInsiders(
  program: AttackerProgram,
  requirements: readonly Requirement[],
  tolerance: number,
): Requirement[] {
  const found = new Map<number, Move[]>();
  return requirements.filter(({ cell, slide, known }) => {
    const proves = (move: Move) =>
      move.get(cell)! >= slide - tolerance && !known.some((own) => move.has(own));
    if (found.get(cell)?.some(proves)) return false;
    for (const rise of [true, false]) {
      const { change } = program.reach(cell, rise, slide, known);
      const move = change ? moveOf(change, tolerance) : new Map<number, number>();
      if (!proves(move)) continue;
      for (const moved of move.keys()) {
        const others = found.get(moved);
        if (others) others.push(move);
        else found.set(moved, [move]);
      }
      return false;
    }
    return true;
  });
}

/** By how much a change moves the cells it does, whatever the direction. */
type Move = ReadonlyMap<number, number>;

function moveOf(change: Float64Array, tolerance: number): Move {
  const move = new Map<number, number>();
  for (let cell = 0; cell < change.length; cell++)
    if (Math.abs(change[cell]!) > tolerance) move.set(cell, Math.abs(change[cell]!));
  return move;
}

function leftOver(
  program: AttackerProgram,
  requirements: readonly Requirement[],
  needOf: (requirement: Requirement) => number,
  rise: boolean,
  tolerance: number,
): Requirement[] {
  let left = requirements.filter((requirement) => needOf(requirement) > tolerance);
  for (let pass = 0; pass < PASSES && left.length > 0; pass++) {
    const cells = left.map(({ cell }) => cell);
    const change = program.together(cells, left.map(needOf), rise);
    const before = left.length;
    left = left.filter((requirement) => {
      const moved = (rise ? 1 : -1) * change[requirement.cell]!;
      return moved < needOf(requirement) - tolerance;
    });
    if (left.length === before) break;
  }
  return left;
}

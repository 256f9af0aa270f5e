import { type Frame, measure } from "../../src/lib/fit/frame.js";
import type { Gate, Term } from "../../src/lib/model.js";

/**
 * The terms that speak of the company of a row, by its place in `rows`; companies under the same
 * gates share one array.
 */
export function equations(
  terms: readonly Term[],
  frame: Frame,
  rows: Int32Array,
): (index: number) => readonly Term[] {
  const flags = [...new Set(terms.flatMap(({ gate }) => (gate ? [gate.flag] : [])))].sort();
  const known = new Map<string, readonly Term[]>();
  return (index) => {
    const raised = new Set(flags.filter((flag) => measure(frame, flag)[rows[index]!] === 1));
    const key = [...raised].join();
    const found = known.get(key) ?? terms.filter(({ gate }) => isOpen(gate, raised));
    known.set(key, found);
    return found;
  };
}

function isOpen(gate: Gate | undefined, raised: ReadonlySet<string>): boolean {
  return !gate || raised.has(gate.flag) === (gate.value === 1);
}

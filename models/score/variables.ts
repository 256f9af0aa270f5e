import type { VariableContribution } from "../../src/lib/explanation.js";
import type { Frame } from "../../src/lib/fit/frame.js";
import { gateOf, type Prediction } from "../../src/lib/fit/predict.js";

/** Gives the contributions of a row by variable: the terms made from one that speak of it, added up. */
export function variablesOf(
  frame: Frame,
  { terms, contributions }: Prediction,
  rows: Int32Array,
): (row: number) => VariableContribution[] {
  const isOpen = terms.map((term) => gateOf(term, frame, rows));
  const names = [...new Set(terms.map(({ feature }) => feature))];
  const slots = terms.map(({ feature }) => names.indexOf(feature));
  const groups = names.map((name) => terms.find(({ feature }) => feature === name)!.group);
  return (row) => {
    const variables = names.map((variable, slot) => ({
      ...{ variable, group: groups[slot]! },
      ...{ columns: 0, contribution: 0, magnitude: 0 },
    }));
    for (const [index, slot] of slots.entries()) {
      if (!isOpen[index]!(row)) continue;
      const contribution = contributions[index]![row]!;
      const variable = variables[slot]!;
      variable.columns++;
      variable.contribution += contribution;
      variable.magnitude += Math.abs(contribution);
    }
    return variables.filter(({ columns }) => columns > 0);
  };
}

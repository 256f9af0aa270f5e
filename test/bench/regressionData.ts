import { sharedArray } from "../../models/logit/passOrder.js";

/** Numerical Recipes' constants (W. Press et al., 3rd ed., 2007, §7.1.4). */
function generator() {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/**
 * Normal columns, each correlated at 0.3 with the one before as the panels of `model-anchors.md`
 * are, and outcomes of a known model, 8 % of events; always the same.
 */
export function regressionData(rows: number, columns: number) {
  const uniform = generator();
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const values = sharedArray(rows * columns);
  const outcome = sharedArray(rows);
  const names = Array.from({ length: columns }, (_, j) => `x${j}`);
  for (let i = 0; i < rows; i++) {
    let value = normal();
    let eta = -3;
    for (let j = 0; j < columns; j++) {
      if (j > 0) value = 0.3 * value + Math.sqrt(1 - 0.3 ** 2) * normal();
      values[i * columns + j] = value;
      eta += (((j % 2 === 0 ? 1 : -1) * (1 + (j % 5))) / 10) * value;
    }
    outcome[i] = uniform() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
  }
  return { design: { names, rows, values }, outcome };
}

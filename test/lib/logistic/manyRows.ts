/** Columns of few values, so that rows can be grouped, and outcomes of a known model, 12 % of events. */
export function manyRows(rows: number) {
  let state = 7;
  // Numerical Recipes' constants (W. Press et al., 3rd ed., 2007, §7.1.4).
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const values = new Float64Array(rows * 3);
  const outcome = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const [debt, size, sector] = [Math.floor(6 * uniform()), Math.floor(9 * uniform()), uniform()];
    values.set([debt, 1000 * size, sector < 0.2 ? 1 : 0], i * 3);
    const eta = -3.2 + 0.35 * debt - 0.05 * size + (sector < 0.2 ? 0.5 : 0);
    outcome[i] = uniform() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
  }
  return { design: { names: ["debt", "size", "sector"], rows, values }, outcome };
}

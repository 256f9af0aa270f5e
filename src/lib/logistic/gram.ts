import { addProducts, type Stretch, weighColumn } from "./stretch.js";

/**
 * Adds `Σ_r w_r z_ra z_rb` over a stretch of `w.length` rows to `gram[a·size + b]` for b ≤ a;
 * entries above the diagonal may be filled too. `u` and `v` are scratch space as long as `w`.
 */
export function addWeightedGram(
  stretch: Stretch,
  size: number,
  w: Float64Array,
  u: Float64Array,
  v: Float64Array,
  gram: Float64Array,
): void {
  const tiled = size - (size % 4);
  for (let a = 0; a < size; a += 2) {
    weighColumn(stretch, a, w, u);
    if (a + 1 < size) weighColumn(stretch, a + 1, w, v);
    else v.fill(0);
    for (let b = 0; b <= a + 1 && b < tiled; b += 4) {
      addTile(stretch, b, u, v, gram, a * size + b, size);
    }
    if (a + 1 < tiled) continue;
    addProducts(stretch, tiled, size, u, gram, a * size);
    if (a + 1 < size) addProducts(stretch, tiled, size, v, gram, (a + 1) * size);
  }
}

/**
 * Two weighted columns by four columns: eight products for six loads, in eight sums that need not
 * wait for each other. Measured at two thirds of the time of
 * 2 × 2 tiles.
 */
function addTile(
  stretch: Stretch,
  column: number,
  u: Float64Array,
  v: Float64Array,
  gram: Float64Array,
  at: number,
  size: number,
): void {
  const { columns, rows } = stretch;
  const c0 = column * rows + stretch.start;
  const c1 = c0 + rows;
  const c2 = c1 + rows;
  const c3 = c2 + rows;
  let u0 = 0;
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let v0 = 0;
  let v1 = 0;
  let v2 = 0;
  let v3 = 0;
  for (let i = 0; i < u.length; i++) {
    const x = u[i]!;
    const y = v[i]!;
    const z0 = columns[c0 + i]!;
    const z1 = columns[c1 + i]!;
    const z2 = columns[c2 + i]!;
    const z3 = columns[c3 + i]!;
    u0 += x * z0;
    v0 += y * z0;
    u1 += x * z1;
    v1 += y * z1;
    u2 += x * z2;
    v2 += y * z2;
    u3 += x * z3;
    v3 += y * z3;
  }
  addRow(gram, at, u0, u1, u2, u3);
  // Of an odd size, the last row is alone.
  if (at + size < size * size) addRow(gram, at + size, v0, v1, v2, v3);
}

function addRow(
  gram: Float64Array,
  at: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  gram[at] = gram[at]! + s0;
  gram[at + 1] = gram[at + 1]! + s1;
  gram[at + 2] = gram[at + 2]! + s2;
  gram[at + 3] = gram[at + 3]! + s3;
}

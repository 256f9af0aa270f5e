/** A rectangle in the units of a drawing. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Point = readonly [x: number, y: number];

/** Rings of an outline as `regionOutlines.ts` writes them: `Mx,y`, then relative `ldx,dy`, then `z`. */
export function ringsOf(outline: string): Point[][] {
  return outline
    .split("z")
    .filter((ring) => ring !== "")
    .map((ring) => {
      let [x, y] = [0, 0];
      return [...ring.matchAll(/[Ml](-?\d+),(-?\d+)/g)].map(([, dx, dy]): Point => {
        [x, y] = [x + Number(dx), y + Number(dy)];
        return [x, y];
      });
    });
}

/** Smallest rectangle that holds some outlines. */
export function boxOf(outlines: readonly string[]): Box {
  const points = outlines.flatMap(ringsOf).flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The box widened to `ratio` (width over height) around its centre, with a margin in shares of its sides. */
export function fitted({ x, y, width, height }: Box, ratio: number, margin: number): Box {
  const [w, h] = [width * (1 + 2 * margin), height * (1 + 2 * margin)];
  const wide = Math.max(w, h * ratio);
  const tall = wide / ratio;
  return { x: x + (width - wide) / 2, y: y + (height - tall) / 2, width: wide, height: tall };
}

/** Centre of gravity of the largest ring of an outline, where its name is written. */
export function centreOf(outline: string): Point {
  const [largest] = ringsOf(outline)
    .map((ring) => ({ ring, area: momentsOf(ring).area }))
    .sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const { area, x, y } = momentsOf(largest?.ring ?? []);
  return [x / (3 * area), y / (3 * area)];
}

/** Twice the signed area of a ring and its first moments, by the shoelace formula (Green’s theorem). */
function momentsOf(ring: readonly Point[]): { area: number; x: number; y: number } {
  const sums = { area: 0, x: 0, y: 0 };
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    const cross = x1 * y2 - x2 * y1;
    sums.area += cross;
    sums.x += (x1 + x2) * cross;
    sums.y += (y1 + y2) * cross;
  }
  return sums;
}

import { svg } from "npm:htl";
import { type ColourName, colour } from "../../lib/colours.js";

/** Pixels: side of a square of the grid, radius of a mark; ten by ten. */
const CELL = 20;
const RADIUS = 7;
const SIDE = 10;

/**
 * One hundred cases as ten rows of ten marks, the first `count` full and the others hollow: natural
 * frequencies, which readers misjudge least (M. Galesic, R. Garcia-Retamero, G. Gigerenzer, « Using icon
 * arrays to communicate medical risks », Health Psychology 28, 2009).
 */
export function iconArray(count: number, label: string, name: ColourName): SVGElement {
  const size = SIDE * CELL;
  const marks = Array.from({ length: SIDE * SIDE }, (_, index) => ({
    x: (index % SIDE) * CELL + CELL / 2,
    y: Math.floor(index / SIDE) * CELL + CELL / 2,
    isFull: index < count,
  }));
  const path = (isFull: boolean): string =>
    marks
      .filter((mark) => mark.isFull === isFull)
      .map(
        ({ x, y }) =>
          `M${x - RADIUS} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0`,
      )
      .join("");
  return svg`<svg class="icon-array" role="img" aria-label="${label}" viewBox="${`0 0 ${size} ${size}`}" width="${size}" height="${size}">
    <path d="${path(true)}" fill="${colour(name)}" stroke="${colour(name)}" stroke-width="1.5"></path>
    <path d="${path(false)}" fill="none" stroke="${colour("context")}" stroke-width="1.5"></path>
  </svg>` as SVGElement;
}

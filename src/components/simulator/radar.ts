import { svg } from "npm:htl";
import { colour } from "../../lib/colours.js";
import type { GroupWeight } from "../../lib/simulator/simulate.js";

/** Pixels: room of the labels around, largest radius. */
const ROOM = { side: 96, top: 34 } as const;
const LARGEST_RADIUS = 130;
/** Rings drawn; half is what a family weighs when it says nothing. */
const RINGS = [0.25, 0.5, 0.75, 1] as const;

/** The weight of each family of signs, 0 at the centre and 1 on the edge, as the lists of 2021 to 2023 drew it. */
export function radar(groups: readonly GroupWeight[]): (width: number) => SVGElement {
  return (width) => {
    const radius = Math.max(60, Math.min(LARGEST_RADIUS, width / 2 - ROOM.side));
    const centre = { x: width / 2, y: radius + ROOM.top };
    const place = (index: number, share: number) => {
      const angle = (2 * Math.PI * index) / groups.length - Math.PI / 2;
      return {
        x: centre.x + share * radius * Math.cos(angle),
        y: centre.y + share * radius * Math.sin(angle),
      };
    };
    const outline = (share: (group: GroupWeight) => number): string =>
      groups
        .map((group, index) => place(index, share(group)))
        .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
        .join(" ");
    const height = 2 * (radius + ROOM.top);
    return svg`<svg viewBox="${`0 0 ${width} ${height}`}" width="${width}" height="${height}" font-size="13" fill="currentColor">
      ${RINGS.map(
        (ring) =>
          svg`<polygon points="${outline(() => ring)}" fill="none" stroke="${colour("context")}" stroke-dasharray="${ring === 0.5 ? "none" : "2,4"}"></polygon>`,
      )}
      ${groups.map((_, index) => {
        const { x, y } = place(index, 1);
        return svg`<line x1="${centre.x}" y1="${centre.y}" x2="${x}" y2="${y}" stroke="${colour("context")}" stroke-opacity="0.6"></line>`;
      })}
      <polygon points="${outline(({ radar }) => radar)}" fill="${colour("subject")}" fill-opacity="0.25" stroke="${colour("subject")}" stroke-width="2"></polygon>
      ${groups.map((group, index) => {
        const { x, y } = place(index, group.radar);
        return svg`<circle cx="${x}" cy="${y}" r="4" fill="${colour("subject")}"></circle>`;
      })}
      ${groups.flatMap((group, index) => {
        const { x, y } = place(index, 1);
        const side = x - centre.x;
        const anchor = Math.abs(side) < 2 ? "middle" : side > 0 ? "start" : "end";
        const isTop = y < centre.y - radius / 2 && anchor === "middle";
        return lines(group.label).map(
          (line, row, all) =>
            svg`<text x="${x + (anchor === "middle" ? 0 : Math.sign(side) * 8)}" y="${y + (anchor === "middle" ? (isTop ? -10 - 14 * (all.length - 1 - row) : 20 + 14 * row) : 4 + 14 * row)}" text-anchor="${anchor}">${line}</text>`,
        );
      })}
    </svg>` as SVGElement;
  };
}

/** A long label on two lines, which the sides of a phone have room for. */
function lines(label: string): string[] {
  const at = label.indexOf(" ");
  return label.length > 8 && at > 0 ? [label.slice(0, at), label.slice(at + 1)] : [label];
}

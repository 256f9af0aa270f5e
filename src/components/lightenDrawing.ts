/** A shift without anything else, as Plot writes it. */
const SHIFT = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;
/** Straight lines from point to point: what can be shifted by hand. */
const STRAIGHT = /^(?:[ML]-?[\d.]+,-?[\d.]+)+$/;
const POINT = /([ML])(-?[\d.]+),(-?[\d.]+)/g;

/**
 * Draws as one path the straight lines of a group that share their attributes: Plot makes an element
 * of each tick and of each line of a grid. Nothing changes to the eye; lines that are filled, or that
 * would show where they cross because they are see-through one by one, are left alone.
 */
export function lightenDrawing(drawing: Element): void {
  for (const group of drawing.querySelectorAll("g")) {
    const parts = [...group.children];
    if (parts.length < 2) continue;
    const lines = parts.map(straightLine);
    const [first] = lines;
    if (!first || lines.some((line) => line?.look !== first.look)) continue;
    const path = group.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "path");
    for (const { name, value } of parts[0]!.attributes)
      if (!PLACE.has(name)) path.setAttribute(name, value);
    path.setAttribute("d", lines.map((line) => line!.d).join(""));
    group.replaceChildren(path);
  }
}

/** Attributes that say where a line is; the others, how it looks. */
const PLACE = new Set(["x1", "x2", "y1", "y2", "d", "transform"]);

/** The path of a line in its group and what it looks like; nothing for what is not a plain line. */
function straightLine(part: Element): { d: string; look: string } | undefined {
  if (part.children.length > 0 || (part.localName !== "line" && part.localName !== "path")) return;
  const d = part.localName === "line" ? lineOf(part) : (part.getAttribute("d") ?? "");
  const shift = SHIFT.exec(part.getAttribute("transform") ?? "translate(0,0)");
  if (!shift || !STRAIGHT.test(d)) return;
  // Only groups and lines without fill: a path closes its surface, a line has none.
  const fill = part.getAttribute("fill") ?? part.parentElement?.getAttribute("fill");
  const look = [...part.attributes]
    .filter(({ name }) => !PLACE.has(name))
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(";");
  if ((part.localName === "path" && fill !== "none") || /opacity=/.test(look)) return;
  const [dx, dy] = [Number(shift[1]), Number(shift[2])];
  return {
    look,
    d: d.replace(POINT, (_, kind, x, y) => `${kind}${Number(x) + dx},${Number(y) + dy}`),
  };
}

function lineOf(line: Element): string {
  const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => line.getAttribute(name) ?? "0");
  return `M${x1},${y1}L${x2},${y2}`;
}

/** A shift without anything else, as Plot writes it. */
const SHIFT = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;
/** Straight lines from point to point: what can be shifted by hand. */
const STRAIGHT = /^(?:[ML]-?[\d.]+,-?[\d.]+)+$/;
const SEE_THROUGH = /opacity=/;
const POINT = /([ML])(-?[\d.]+),(-?[\d.]+)/g;

/** Room for the stroke around a dot, in pixels. */
const STROKE = 2;

/**
 * Draws as one path the straight lines of a group that share their attributes, and as one path for
 * each look its dots: Plot makes an element of each. Nothing changes to the eye; lines that are
 * filled, and what would show where it crosses because it is see-through or overlaps, are left alone.
 */
export function lightenDrawing(drawing: Element): void {
  for (const group of drawing.querySelectorAll("g")) {
    const parts = [...group.children];
    if (parts.length < 2) continue;
    const shapes = sameLines(parts) ?? apartDots(parts);
    if (!shapes) continue;
    const looks = new Map<string, { model: Element; d: string }>();
    shapes.forEach(({ look, d }, i) => {
      const drawn = looks.get(look);
      looks.set(look, { model: drawn?.model ?? parts[i]!, d: (drawn?.d ?? "") + d });
    });
    group.replaceChildren(...[...looks.values()].map(({ model, d }) => asPath(model, d)));
  }
}

/** A part of a drawing: where it is, as a path, and the attributes that say how it looks. */
interface Shape {
  d: string;
  look: string;
}

function asPath(model: Element, d: string): Element {
  const path = model.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const { name, value } of model.attributes)
    if (!PLACE.has(name)) path.setAttribute(name, value);
  path.setAttribute("d", d);
  return path;
}

/** The straight lines of a group that all look the same; nothing for any other group. */
function sameLines(parts: Element[]): Shape[] | undefined {
  const lines = parts.map(straightLine);
  const [first] = lines;
  return first && lines.every((line) => line?.look === first.look) ? (lines as Shape[]) : undefined;
}

/** The dots of a group where no two touch, whatever their looks; nothing for any other group. */
function apartDots(parts: Element[]): Shape[] | undefined {
  const dots = parts.map(plainDot);
  const apart = dots.every(
    (a, i) =>
      a && dots.slice(0, i).every((b) => Math.hypot(a.x - b!.x, a.y - b!.y) > a.r + b!.r + STROKE),
  );
  return apart ? (dots as Shape[]) : undefined;
}

/** Attributes that say where a part is; the others, how it looks. */
const PLACE = new Set(["x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "transform"]);

/** The path of a line in its group and what it looks like; nothing for what is not a plain line. */
function straightLine(part: Element): Shape | undefined {
  if (part.children.length > 0 || (part.localName !== "line" && part.localName !== "path")) return;
  const d = part.localName === "line" ? lineOf(part) : (part.getAttribute("d") ?? "");
  const shift = SHIFT.exec(part.getAttribute("transform") ?? "translate(0,0)");
  if (!shift || !STRAIGHT.test(d)) return;
  // Only groups and lines without fill: a path closes its surface, a line has none.
  const fill = part.getAttribute("fill") ?? part.parentElement?.getAttribute("fill");
  const look = lookOf(part);
  if ((part.localName === "path" && fill !== "none") || SEE_THROUGH.test(look)) return;
  const [dx, dy] = [Number(shift[1]), Number(shift[2])];
  return {
    look,
    d: d.replace(POINT, (_, kind, x, y) => `${kind}${Number(x) + dx},${Number(y) + dy}`),
  };
}

/** The centre, the radius and the path of a dot; nothing for what is not a plain dot. */
function plainDot(part: Element): (Shape & { x: number; y: number; r: number }) | undefined {
  if (part.children.length > 0 || part.localName !== "circle" || part.hasAttribute("transform"))
    return;
  const look = lookOf(part);
  if (SEE_THROUGH.test(look)) return;
  const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(part.getAttribute(name) ?? 0));
  const half = (way: 1 | -1) => `a${r},${r},0,1,0,${2 * r! * way},0`;
  return { look, d: `M${x! - r!},${y}${half(1)}${half(-1)}Z`, x: x!, y: y!, r: r! };
}

function lookOf(part: Element): string {
  return [...part.attributes]
    .filter(({ name }) => !PLACE.has(name))
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(";");
}

function lineOf(line: Element): string {
  const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => line.getAttribute(name) ?? "0");
  return `M${x1},${y1}L${x2},${y2}`;
}

/** Size of the text of charts, in pixels. */
export const FONT_SIZE = 12;

/** What all charts share. */
export const CHART_STYLE = {
  background: "transparent",
  fontSize: `${FONT_SIZE}px`,
  fontFamily: "var(--sans-serif)",
  overflow: "visible",
} as const;

/** Below, labels move from the margin into the chart. */
export const NARROW = 560;

/** Mean width of a character at the size of charts, to reserve margins. */
const CHARACTER_WIDTH = 6.6;

/** Margin that holds the longest of some labels, with a gap. */
export function labelMargin(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map(({ length }) => length)) * CHARACTER_WIDTH) + 14;
}

/** A label and what must follow it, on one line of a width in pixels: the label gives way. */
export function fittedLabel(label: string, tail: string, width: number): string {
  const room = Math.floor(width / CHARACTER_WIDTH) - tail.length;
  if (label.length <= room) return `${label}${tail}`;
  return `${label.slice(0, Math.max(1, room - 1)).trimEnd()}…${tail}`;
}

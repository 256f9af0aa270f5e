/** What all charts share. Sizes are in pixels. */
export const CHART_STYLE = {
  background: "transparent",
  fontSize: "12px",
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

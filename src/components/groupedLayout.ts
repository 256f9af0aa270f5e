/** Heights of the rows and headings of a chart by group, in pixels. */
export interface GroupedSize {
  row: number;
  heading: number;
  /** From the top of a heading to its text. */
  headingText: number;
}

/**
 * Where each row and each heading stand, in pixels from the top; groups in the order of their first
 * row, the one without a name having no heading.
 */
export function groupedLayout<Row extends { group: string }>(
  rows: readonly Row[],
  size: GroupedSize,
) {
  const lines: { row: Row; top: number }[] = [];
  const headings: { y: number; text: string }[] = [];
  let top = 0;
  for (const group of new Set(rows.map((row) => row.group))) {
    if (group !== "") {
      headings.push({ y: top + size.headingText, text: group });
      top += size.heading;
    }
    for (const row of rows.filter((one) => one.group === group)) {
      lines.push({ row, top });
      top += size.row;
    }
  }
  return { lines, headings, height: top };
}

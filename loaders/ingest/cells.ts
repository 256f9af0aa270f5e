/** How SQL names the cell of a position, from 1, in the row it reads. */
export type Cells = (position: number) => string;

/** Cells of a line cut in SQL: `c` is their list. */
export const listed: Cells = (position) => `c[${position}]`;

/** Cells cut by DuckDB's own reader, a column each; NULL for those a short line lacks. */
export const columned: Cells = (position) => `c${position}`;

import { literal } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import { columned } from "./cells.js";
import type { Header } from "./header.js";
import { keptLineSql } from "./redact.js";
import { NEVER } from "./scan.js";
import { plainLineSql, splitSql } from "./split.js";

/** A file to cut into cells. */
export interface CutOptions {
  file: string;
  source: Source;
  header: Header;
}

/** Lines above the first row. */
export const HEADER_LINES = 1;

/** SQL that depends on who cuts the cells. */
export interface Cut {
  /** The cells of each line. */
  cut: string;
  /** What the steps carry on. */
  carried: string;
  blank: string;
  /** The line has not the cells of the header. */
  torn: string;
  /** Its text, for a rejected one; NULL when it is not whole. */
  raw: string;
}

/** Cells cut by DuckDB’s own reader, of a file without quotes; blank lines are left out. */
export function byColumn(options: CutOptions): Cut {
  const { source, header } = options;
  const cells = [...headerCells(header), ...extraCells()];
  const text = `concat_ws(${literal(source.delimiter)}, ${cells.join(", ")})`;
  return {
    cut: columnsSql(options),
    carried: cells.join(", "),
    blank: `${columned(2)} IS NULL AND trim(${columned(1)}) = ''`,
    torn: `${columned(header.width)} IS NULL OR ${extraCells()[0]} IS NOT NULL`,
    raw: `CASE WHEN ${extraCells().at(-1)} IS NULL THEN ${text} END`,
  };
}

/** Cells taken out of whole lines in SQL, whatever their quotes; no line is left out. */
export function byLine({ file, source, header }: CutOptions): Cut {
  const lines = `SELECT l, ${plainLineSql("l", source)} AS plain FROM (${linesSql(file)})`;
  return {
    cut: `SELECT l, plain, ${splitSql("l", source, "plain")} AS c FROM (${lines})`,
    carried: "l, c",
    blank: "l IS NULL OR (len(c) = 1 AND trim(l) = '')",
    torn: `c IS NULL OR len(c) <> ${header.width}`,
    raw: keptLineSql(source, header),
  };
}

function linesSql(file: string): string {
  const never = literal(String.fromCharCode(NEVER));
  return `SELECT l FROM read_csv(${literal(file)}, header = false, skip = ${HEADER_LINES},
    auto_detect = false, columns = {'l': 'VARCHAR'}, delim = ${never}, quote = '', escape = '',
    comment = '', strict_mode = false)`;
}

/** Cells beyond those of the header that a rejected line is put back together with. */
const EXTRA_CELLS = 4;

function extraCells(): string[] {
  return Array.from({ length: EXTRA_CELLS }, (_, index) => `x${index + 1}`);
}

/** Each line as its cells, short ones completed with NULL; DuckDB leaves out blank lines. */
function columnsSql({ file, source, header }: CutOptions): string {
  const names = [...headerCells(header), ...extraCells()];
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  const never = literal(String.fromCharCode(NEVER));
  return `SELECT * FROM read_csv(${literal(file)}, header = false, skip = ${HEADER_LINES},
    auto_detect = false, columns = {${columns}}, delim = ${literal(source.delimiter)}, quote = '',
    escape = '', comment = '', nullstr = ${never}, null_padding = true, strict_mode = false)`;
}

const headerCells = ({ width }: Header): string[] =>
  Array.from({ length: width }, (_, index) => columned(index + 1));

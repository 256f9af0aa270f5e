import { html } from "npm:htl";
import type { Column } from "../lib/csv.js";
import { formatCount } from "../lib/format/plural.js";
import { nonBreaking } from "../lib/format/typography.js";

export interface DataTable<Row> {
  /** What the table holds, read aloud first. */
  caption: string;
  /** The first column heads its row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Rows shown before « Afficher plus »; a long table is the heaviest thing on a page. */
  pageSize?: number;
}

/** An accessible table: caption, headers with scope, scrollable by keyboard, its rows by pages. */
export function dataTable<Row>({
  caption,
  columns,
  rows,
  pageSize = 24,
}: DataTable<Row>): HTMLElement {
  const body = html`<tbody>`;
  const more = html`<button type="button" class="more">`;
  let shown = 0;
  const showMore = () => {
    body.append(...rows.slice(shown, shown + pageSize).map((row) => tableRow(columns, row)));
    shown = Math.min(rows.length, shown + pageSize);
    more.textContent = `Afficher plus (${formatCount(rows.length - shown, "ligne restante", "lignes restantes")})`;
    more.hidden = shown >= rows.length;
  };
  more.addEventListener("click", showMore);
  showMore();
  return html`<div class="data-table">
    <div class="table-scroll" role="region" aria-label="${caption}" tabindex="0"><table>
      <caption><span>${nonBreaking(caption)}</span></caption>
      <thead><tr>${columns.map((column) => html`<th scope="col" class="${styleOf(column)}">${column.label}</th>`)}</tr></thead>
      ${body}
    </table></div>${more}
  </div>`;
}

function tableRow<Row>(columns: readonly Column<Row>[], row: Row): HTMLElement {
  const cells = columns.map((column, index) => {
    const words = column.text ? column.text(row) : String(column.value(row) ?? "");
    const text = column.href ? html`<a href="${column.href(row)}">${words}</a>` : words;
    const style = styleOf(column);
    return index === 0
      ? html`<th scope="row" class="${style}">${text}</th>`
      : html`<td class="${style}">${text}</td>`;
  });
  return html`<tr>${cells}</tr>`;
}

function styleOf({ numeric, prose }: Pick<Column<never>, "numeric" | "prose">): string {
  if (numeric) return "numeric";
  return prose ? "prose" : "";
}

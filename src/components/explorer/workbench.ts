import { html } from "npm:htl";
import { toCsv } from "../../lib/csv.js";
import { type CellLabels, cellLabels } from "../../lib/explorer/cellLabels.js";
import { LoadError } from "../../lib/explorer/loadError.js";
import { mentionedIndicators } from "../../lib/explorer/mentionedIndicators.js";
import { periodsSql } from "../../lib/explorer/periodsSql.js";
import type { PublishedCell } from "../../lib/explorer/pivot.js";
import { readCells } from "../../lib/explorer/readCells.js";
import { type ExplorerRequest, writeRequest } from "../../lib/explorer/request.js";
import { requestSql } from "../../lib/explorer/requestSql.js";
import { readTerritories } from "../../lib/explorer/scope.js";
import { sortCells } from "../../lib/explorer/sortCells.js";
import { explainSqlError } from "../../lib/explorer/sqlError.js";
import { formatNumber } from "../../lib/format/number.js";
import { formatCount } from "../../lib/format/plural.js";
import type { BatchTable, Territory } from "../../lib/tables.js";
import { remember } from "../address.js";
import { saveText } from "../download.js";
import type { Engine } from "./engine.js";
import { exportColumns } from "./exportColumns.js";
import { pivotTable } from "./pivotTable.js";
import { queryTable } from "./queryTable.js";
import { requestForm } from "./requestForm.js";
import { resultFigures } from "./resultFigures.js";
import { shareLine } from "./shareLine.js";
import { sqlBox } from "./sqlBox.js";
import { tableList } from "./tableList.js";

export interface WorkbenchOptions {
  engine: Engine;
  territories: readonly Territory[];
  batch: BatchTable;
  request: ExplorerRequest;
}

/** Rows a page can hold; a file of open data has them all. */
const MOST_ROWS = 20_000;
/** An address that is longer is cut by mail programs and by some servers (RFC 9110, 4.1: 8,000 at least). */
const LONGEST_SQL = 4000;

/** What is seen once the engine is there. */
export function workbench({ engine, territories, batch, request }: WorkbenchOptions) {
  const status = html`<p class="explorer-status" role="status">`;
  const results = html`<div class="explorer-results">`;
  const answers = html`<div class="explorer-answers">`;
  const share = shareLine();
  const form = requestForm(request, territories, () => void showRequest());
  const box = sqlBox((sql) => void showQuery(sql));
  let asked = 0;

  async function showRequest(): Promise<void> {
    const mine = ++asked;
    const wanted = form.request();
    const sql = requestSql(wanted);
    box.follow(sql);
    writeAddress(wanted);
    share.refresh();
    try {
      await engine.load(wanted.indicators);
      const known = await engine.query(periodsSql(wanted), MOST_ROWS);
      const found = await engine.query(sql, MOST_ROWS);
      if (mine !== asked) return;
      form.setPeriods(known.rows.map(({ periode }) => String(periode)));
      const label = cellLabels(namesAt(readTerritories(wanted.territories)!.level));
      const cells = sortCells(readCells(found), label);
      status.textContent = statusOf(cells, found.milliseconds, found.cut);
      results.replaceChildren(...resultParts(cells, wanted, label));
    } catch (error) {
      if (mine !== asked) return;
      results.replaceChildren();
      status.textContent = messageOf(error, sql);
    }
  }

  function resultParts(
    cells: readonly PublishedCell[],
    wanted: ExplorerRequest,
    label: CellLabels,
  ): HTMLElement[] {
    if (cells.length === 0) return [nothing()];
    return [
      html`<h2>Résultat</h2>`,
      pivotTable(cells, wanted, label),
      html`<p class="small">« secret » : valeur couverte par le secret statistique ; « n. d. » : non disponible.</p>`,
      exportLine(cells, label),
      ...resultFigures({ request: wanted, cells, label, territories, batch }),
    ];
  }

  /** A région and a département may share a code. */
  function namesAt(level: Territory["level"]): Map<string, string> {
    const named = territories.filter((one) => one.level === level);
    return new Map(named.map(({ code, name }) => [code, name]));
  }

  async function showQuery(sql: string): Promise<void> {
    const controller = new AbortController();
    box.running(() => controller.abort());
    remember("sql", sql.length <= LONGEST_SQL ? sql : "");
    share.refresh();
    answers.replaceChildren(html`<p role="status">Requête en cours…</p>`);
    try {
      await engine.load(mentionedIndicators(sql));
      answers.replaceChildren(queryTable(await engine.query(sql, MOST_ROWS, controller.signal)));
    } catch (error) {
      answers.replaceChildren();
      if (controller.signal.aborted)
        answers.append(html`<p role="status">Requête interrompue.</p>`);
      else if (error instanceof LoadError)
        answers.append(html`<p role="alert">${error.message}</p>`);
      else box.refuse(explainSqlError(messageText(error), sql));
    } finally {
      box.running(null);
    }
  }

  const advanced = html`<details class="explorer-sql"><summary>Écrire sa propre requête (SQL)</summary>${box.element}${tableList()}${answers}</details>`;
  const element = html`<div>${form.element}${status}${share.element}${results}${advanced}</div>`;
  return {
    element,
    /** Shows the request, then the query of the address when there is one. */
    async open(sql: string | null): Promise<void> {
      await showRequest();
      if (!sql) return;
      box.write(sql);
      await showQuery(sql);
    },
  };
}

function statusOf(cells: readonly PublishedCell[], milliseconds: number, cut: boolean): string {
  const hidden = cells.filter(({ value }) => value === "s").length;
  const parts = [
    formatCount(cells.length, "valeur"),
    ...(hidden > 0 ? [`dont ${formatNumber(hidden)} sous le secret statistique`] : []),
    `en ${formatNumber(milliseconds)} ms`,
  ];
  const rest = cut
    ? " Il y en a davantage : restreignez la demande ou téléchargez les fichiers."
    : "";
  return `${parts.join(", ")}.${rest}`;
}

const nothing = (): HTMLElement =>
  html`<p>Rien n’est publié pour ce croisement. Les croisements les plus fins ne le sont ni chaque mois ni pour chaque territoire : essayez un niveau plus large, ou une autre périodicité.</p>`;

function exportLine(cells: readonly PublishedCell[], label: CellLabels): HTMLElement {
  const save = () =>
    saveText("explorer.csv", "text/csv;charset=utf-8", toCsv(exportColumns(label), cells));
  return html`<p class="downloads">Télécharger : <button type="button" onclick=${save}>CSV de ces valeurs</button></p>`;
}

/** The request is the whole address: parts of another view go. */
function writeAddress(request: ExplorerRequest): void {
  const address = new URL(location.href);
  address.search = writeRequest(request).toString();
  history.replaceState(history.state, "", address);
}

const messageText = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function messageOf(error: unknown, sql: string): string {
  if (error instanceof LoadError) return error.message;
  return explainSqlError(messageText(error), sql).message;
}

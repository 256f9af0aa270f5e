import { html } from "npm:htl";
import { EXAMPLE_QUERIES } from "../../lib/explorer/exampleQueries.js";
import type { SqlError } from "../../lib/explorer/sqlError.js";
import { offsetOf } from "../../lib/explorer/sqlPosition.js";

export interface SqlBox {
  element: HTMLElement;
  sql(): string;
  /** Shows the query of the form, unless the reader has written another. */
  follow(sql: string): void;
  /** Writes a query as the reader’s own, and opens the box. */
  write(sql: string): void;
  /** Puts an error under the query and the caret where it is. */
  refuse(error: SqlError): void;
  /** While a query runs, what stops it. */
  running(stop: (() => void) | null): void;
}

/** Where SQL is written: label, examples, run and stop buttons, error next to it. Ctrl + Enter runs. */
export function sqlBox(run: (sql: string) => void): SqlBox {
  let own = false;
  let stopQuery: (() => void) | null = null;
  const text =
    html`<textarea id="champ-sql" rows="9" spellcheck="false" autocapitalize="off" aria-describedby="aide-sql erreur-sql"></textarea>` as HTMLTextAreaElement;
  const error = html`<p id="erreur-sql" class="sql-error" role="alert">`;
  const runButton =
    html`<button type="button" class="main-button" onclick=${() => start()}>Exécuter</button>` as HTMLButtonElement;
  const stopButton =
    html`<button type="button" disabled onclick=${() => stopQuery?.()}>Interrompre</button>` as HTMLButtonElement;
  const examples = EXAMPLE_QUERIES.map(
    ({ label, sql }) =>
      html`<li><button type="button" class="link-button" onclick=${() => {
        write(sql);
        start();
      }}>${label}</button></li>`,
  );
  const element = html`<div class="sql-box">
    <label for="champ-sql">Requête SQL</label>
    <p id="aide-sql" class="small">Une seule requête, de lecture, sur les tables ci-dessous (SQL de DuckDB). Ctrl + Entrée l’exécute, dans votre navigateur.</p>
    ${text}${error}
    <p class="buttons">${runButton} ${stopButton}</p>
    <p class="small">Exemples :</p><ul class="small">${examples}</ul>
  </div>`;

  function start(): void {
    error.replaceChildren();
    run(text.value);
  }
  function write(sql: string): void {
    own = true;
    text.value = sql;
    const details = element.closest("details");
    if (details) details.open = true;
  }
  text.addEventListener("input", () => {
    own = text.value.trim() !== "";
  });
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  });
  return {
    element,
    write,
    sql: () => text.value,
    follow(sql) {
      if (!own) text.value = sql;
    },
    refuse({ message, position }) {
      const place = position ? ` Ligne ${position.line}, colonne ${position.column}.` : "";
      error.textContent = `${message}${place}`;
      if (!position) return;
      const at = offsetOf(position, text.value);
      text.focus();
      text.setSelectionRange(at, at + (/^[\wÀ-ÿ]+/.exec(text.value.slice(at))?.[0].length ?? 1));
    },
    running(stop) {
      stopQuery = stop;
      runButton.disabled = stop !== null;
      stopButton.disabled = stop === null;
    },
  };
}

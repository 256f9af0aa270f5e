import { html } from "npm:htl";
import { ENGINE_BYTES } from "../../lib/explorer/engineSize.js";
import { formatBytes } from "../../lib/format/number.js";

/** Loads what `start` loads, on demand; says how far it is, and why it failed. */
export function startButton(start: (told: (share: number | null) => void) => Promise<void>) {
  const button =
    html`<button type="button" class="main-button">Charger l’explorateur (${formatBytes(ENGINE_BYTES).replace(",0", "")})</button>` as HTMLButtonElement;
  const bar =
    html`<progress max="1" aria-label="Chargement de l’explorateur" hidden></progress>` as HTMLProgressElement;
  const status = html`<p class="explorer-status" role="status">`;
  const element = html`<div class="explorer-start">${button}${bar}${status}</div>`;

  async function launch(): Promise<void> {
    button.disabled = true;
    bar.hidden = false;
    status.textContent = "Chargement de l’explorateur…";
    try {
      await start((share) => {
        if (share === null) bar.removeAttribute("value");
        else bar.value = share;
      });
      element.remove();
    } catch (error) {
      button.disabled = false;
      bar.hidden = true;
      status.textContent = String(error instanceof Error ? error.message : error);
    }
  }
  button.addEventListener("click", launch);
  return { element, launch };
}

/** True when the reader asked for light pages: nothing heavy loads by itself. */
export function wantsLessData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}

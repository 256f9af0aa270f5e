import { html } from "npm:htl";

export interface ShareLine {
  element: HTMLElement;
  /** The address of what is seen, already in the bar of the browser. */
  refresh(): void;
}

/** A link to what is seen, and a button that copies it. */
export function shareLine(): ShareLine {
  const link = html`<a href="">Adresse de cette vue</a>` as HTMLAnchorElement;
  const told = html`<span role="status">`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      told.textContent = " Adresse copiée.";
    } catch {
      told.textContent = " La copie est refusée par le navigateur : copiez l’adresse du lien.";
    }
  };
  return {
    element: html`<p class="share-line">Partager : ${link} <button type="button" onclick=${copy}>Copier l’adresse</button>${told}</p>`,
    refresh() {
      link.href = location.href;
      told.textContent = "";
    },
  };
}

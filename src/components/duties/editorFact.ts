import { html } from "npm:htl";
import { EDITOR_FIELDS, type Editor, type EditorField } from "../../lib/site/editor.js";

/** What the deploying entity says of itself, or that it has yet to say it. */
export function editorFact(editor: Editor, field: EditorField): HTMLElement {
  const fact = editor[field];
  if (fact !== null) return html`<span>${fact}</span>`;
  return html`<strong class="to-complete">[${EDITOR_FIELDS[field]} : à compléter par l’entité qui déploie]</strong>`;
}

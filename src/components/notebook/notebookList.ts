import { html } from "npm:htl";
import { NOTEBOOK_QUESTIONS } from "../../lib/notebook/notebooks.js";
import { siteLink } from "../siteLink.js";

/** The notebooks, with the question of each and the decision it ends with. */
export function notebookList(): HTMLElement {
  return html`<ul>${NOTEBOOK_QUESTIONS.map(
    ({ name, path, question }) =>
      html`<li><a href="${siteLink(path.slice(1))}">${name}</a> : ${question}</li>`,
  )}</ul>`;
}

import { html } from "npm:htl";
import { DOCUMENTS } from "../../lib/duties/documents.js";
import { DUTY_KINDS, type Duty, FREQUENCIES } from "../../lib/duties/duty.js";
import { datesInWords } from "../../lib/duties/dutyFindings.js";
import { DUTY_STATES, type DutyState, type DutyStatus } from "../../lib/duties/dutyStatus.js";
import { proofAddress } from "../../lib/duties/proofAddress.js";
import { formatCount } from "../../lib/format/plural.js";
import { nonBreaking } from "../../lib/format/typography.js";
import { folded } from "../folded.js";
import { siteLink } from "../siteLink.js";

export interface KnownDuty {
  duty: Duty;
  status: DutyStatus;
}

/** States that ask nothing of anybody any more: their duties are folded. */
const CLOSED: readonly DutyState[] = ["moot", "dated"];

/** Every duty under its state, what asks for an act first; each with its dates, proof, and own words. */
export function dutyList(duties: readonly KnownDuty[]): HTMLElement {
  const states = (Object.keys(DUTY_STATES) as DutyState[])
    .map((state) => ({ state, own: duties.filter(({ status }) => status.state === state) }))
    .filter(({ own }) => own.length > 0);
  return html`<div class="duties">${states.map(({ state, own }) => stateBlock(state, own))}</div>`;
}

function stateBlock(state: DutyState, own: readonly KnownDuty[]): HTMLElement {
  const name = DUTY_STATES[state];
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const count = formatCount(own.length, "engagement");
  const list = () => html`<ul>${own.map(dutyItem)}</ul>`;
  return html`<section><h3>${title}</h3>${
    CLOSED.includes(state) ? folded(`${title} : voir ${count}`, list) : list()
  }</section>`;
}

function dutyItem({ duty, status }: KnownDuty): HTMLElement {
  const dates = datesInWords(status);
  const { number, kind, title, from, to, frequency, proof, quotes, documents, articles } = duty;
  const quoted = quotes.map((quote) => `« ${quote} »`).join(" ; ");
  const where = documents.map((id) => DOCUMENTS[id].title).join(" ; ");
  return html`<li><strong>${number}. ${nonBreaking(title)}</strong> — ${nonBreaking(
    `${DUTY_KINDS[kind]}, ${from} → ${to}, ${FREQUENCIES[frequency]}${dates === "" ? "" : ` ; ${dates}`}`,
  )}. ${nonBreaking(status.state === "undeclared" ? "Reste à déclarer : " : "Preuve : ")}<a href="${siteLink(proofAddress(proof))}">${status.piece ?? proof.what}</a>. <span class="note-line">${nonBreaking(
    `${quoted} — ${where}${articles ? `, ${articles}` : ""}.`,
  )}</span></li>`;
}

import { html } from "npm:htl";
import type { ListedCompany } from "../lib/agents.js";
import { placeOf } from "../lib/companyFacts.js";
import { UNAVAILABLE } from "../lib/format/cell.js";
import { formatEuros, formatNumber, formatPercent } from "../lib/format/number.js";
import { formatCount } from "../lib/format/plural.js";
import { nonBreaking } from "../lib/format/typography.js";
import { IN_BONIS } from "../lib/lists/filters.js";
import { FIRST_ALERTS, frequency } from "../lib/lists/firstAlert.js";
import { levelMark } from "./levelMark.js";
import { siteLink } from "./siteLink.js";

/** Companies shown before « Afficher plus ». */
const PAGE = 50;

export interface ListShown {
  caption: string;
  /** The agents may read the debt. */
  withDebt: boolean;
  /** There are former lists: first alerts are marked. */
  withHistory: boolean;
}

/**
 * The flagged companies as a table, each name leading to its sheet. On a narrow screen each row is a
 * card whose cells carry the name of their column (`data-label`), so that nothing scrolls sideways;
 * the roles say that it is still a table, which `display: block` would take away.
 */
export function companyList(companies: readonly ListedCompany[], options: ListShown): HTMLElement {
  const { caption, withDebt } = options;
  const body = html`<tbody role="rowgroup">`;
  const more = html`<button type="button" class="more">`;
  let shown = 0;
  const showMore = () => {
    body.append(...companies.slice(shown, shown + PAGE).map((one) => companyRow(one, options)));
    shown = Math.min(companies.length, shown + PAGE);
    more.textContent = `Afficher plus (${formatCount(companies.length - shown, "entreprise restante", "entreprises restantes")})`;
    more.hidden = shown >= companies.length;
  };
  more.addEventListener("click", showMore);
  showMore();
  return html`<div class="data-table companies">
    <div class="table-scroll" role="region" aria-label="${caption}" tabindex="0"><table role="table">
      <caption><span>${nonBreaking(caption)}</span></caption>
      <thead role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col">Entreprise</th><th role="columnheader" scope="col">Niveau, probabilité, procédure</th>
        <th role="columnheader" scope="col">Raisons principales</th>
        <th role="columnheader" scope="col">Secteur</th><th role="columnheader" scope="col" class="numeric">Effectif</th>
        ${withDebt ? html`<th role="columnheader" scope="col" class="numeric">Dette Urssaf</th>` : ""}
      </tr></thead>
      ${body}
    </table></div>${more}
  </div>`;
}

function companyRow(company: ListedCompany, { withDebt, withHistory }: ListShown): HTMLElement {
  const { siren, name, level, probability, ape, apeLabel, effectif, debt, procol } = company;
  const euros = debt === null || debt === undefined ? UNAVAILABLE : formatEuros(debt);
  return html`<tr role="row">
    <th role="rowheader" scope="row"><a href="${siteLink(`agents/${siren}`)}">${name}</a>
      <span class="small">${siren} · ${placeOf(company)}</span></th>
    <td role="cell" class="short">${levelMark(level)}<span class="small">${formatPercent(100 * probability)}</span>${withHistory ? historyOf(company) : ""}<span class="small">${procol ?? IN_BONIS}</span></td>
    <td role="cell" class="reasons">${reasonsOf(company)}</td>
    <td role="cell" class="activity">${apeLabel ?? UNAVAILABLE}<span class="small">${ape ?? ""}</span></td>
    <td role="cell" class="numeric" data-label="Effectif">${effectif === null ? UNAVAILABLE : formatNumber(effectif)}</td>
    ${withDebt ? html`<td role="cell" class="numeric" data-label="Dette Urssaf">${euros}</td>` : ""}
  </tr>`;
}

function historyOf({ firstAlert, ...counts }: ListedCompany): HTMLElement {
  return firstAlert
    ? html`<span class="first-alert">${FIRST_ALERTS[firstAlert]}</span>`
    : html`<span class="small">${frequency(counts)}</span>`;
}

function reasonsOf({ reasons }: ListedCompany): HTMLElement | string {
  if (reasons.length === 0) return "aucun signe à lui seul";
  return html`<ul>${reasons.map((reason) => html`<li>${nonBreaking(reason)}</li>`)}</ul>`;
}

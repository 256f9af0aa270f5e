import { html } from "npm:htl";
import type { ListedCompany } from "../lib/agents.js";
import { placeOf } from "../lib/companyFacts.js";
import { UNAVAILABLE } from "../lib/format/cell.js";
import { formatEuros, formatNumber, formatPercent } from "../lib/format/number.js";
import { formatCount } from "../lib/format/plural.js";
import { nonBreaking } from "../lib/format/typography.js";
import { levelMark } from "./levelMark.js";
import { siteLink } from "./siteLink.js";

/** Companies shown before « Afficher plus ». */
const PAGE = 50;

/** The flagged companies as a table, each name leading to its sheet. */
export function companyList(
  companies: readonly ListedCompany[],
  { caption, withDebt }: { caption: string; withDebt: boolean },
): HTMLElement {
  const body = html`<tbody>`;
  const more = html`<button type="button" class="more">`;
  let shown = 0;
  const showMore = () => {
    body.append(...companies.slice(shown, shown + PAGE).map((one) => companyRow(one, withDebt)));
    shown = Math.min(companies.length, shown + PAGE);
    more.textContent = `Afficher plus (${formatCount(companies.length - shown, "entreprise restante", "entreprises restantes")})`;
    more.hidden = shown >= companies.length;
  };
  more.addEventListener("click", showMore);
  showMore();
  return html`<div class="data-table companies">
    <div class="table-scroll" role="region" aria-label="${caption}" tabindex="0"><table>
      <caption><span>${nonBreaking(caption)}</span></caption>
      <thead><tr>
        <th scope="col">Entreprise</th><th scope="col">Niveau, probabilité, procédure</th>
        <th scope="col">Raisons principales</th>
        <th scope="col">Secteur</th><th scope="col" class="numeric">Effectif</th>
        ${withDebt ? html`<th scope="col" class="numeric">Dette Urssaf</th>` : ""}
      </tr></thead>
      ${body}
    </table></div>${more}
  </div>`;
}

function companyRow(company: ListedCompany, withDebt: boolean): HTMLElement {
  const { siren, name, level, probability, reasons, ape, apeLabel, effectif, debt, procol } =
    company;
  return html`<tr>
    <th scope="row"><a href="${siteLink(`agents/${siren}`)}">${name}</a>
      <span class="small">${siren} · ${placeOf(company)}</span></th>
    <td class="short">${levelMark(level)}<span class="small">${formatPercent(100 * probability)}</span><span class="small">${procol ?? "In bonis"}</span></td>
    <td class="reasons">${reasons.length > 0 ? html`<ul>${reasons.map((reason) => html`<li>${nonBreaking(reason)}</li>`)}</ul>` : "aucun signe à lui seul"}</td>
    <td class="activity">${apeLabel ?? UNAVAILABLE}<span class="small">${ape ?? ""}</span></td>
    <td class="numeric">${effectif === null ? UNAVAILABLE : formatNumber(effectif)}</td>
    ${withDebt ? html`<td class="numeric">${debt === null || debt === undefined ? UNAVAILABLE : formatEuros(debt)}</td>` : ""}
  </tr>`;
}

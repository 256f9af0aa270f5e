import { html } from "npm:htl";
import { formatMonth } from "../lib/format/calendar.js";
import { formatNumber } from "../lib/format/number.js";
import { formatCount } from "../lib/format/plural.js";
import { nonBreaking } from "../lib/format/typography.js";
import type { Indicator } from "../lib/indicators.js";
import { indicatorOf } from "../lib/labels.js";
import type { ProvenanceTable } from "../lib/tables.js";
import { folded } from "./folded.js";

type Way = ProvenanceTable["indicators"][number];

const QUESTION = "D’où vient ce chiffre ?";

/** Definition of an indicator, then its way from the files received to the cells published. */
export function provenance(
  { id, label, unit, definition, formula, source, caveat }: Indicator,
  way: Way | undefined,
  batch: string,
): HTMLElement {
  const list = () =>
    html`<ol class="small">${steps({ id, formula }, way, batch).map((step) => html`<li>${nonBreaking(step)}</li>`)}</ol>`;
  return html`<section id="${id}">
    <h4>${label}</h4>
    <p>${nonBreaking(definition)}</p>
    <p class="small">${nonBreaking(`Unité : ${unit}. Source : ${source}. À savoir : ${caveat.replace(/^./, (letter) => letter.toLowerCase())}`)}</p>
    ${folded(QUESTION, list, `${QUESTION} ${label}`)}
  </section>`;
}

/** The way of a figure in sentences; never the parameters of its protection. */
function steps(
  { id, formula }: Pick<Indicator, "id" | "formula">,
  way: Way | undefined,
  batch: string,
): string[] {
  const computed = `Calcul : ${formula}.${derivationOf(id)}`;
  if (!way) return [computed, `Aucune case publiée dans le lot ${batch}.`];
  const { sources, contributions, deferred, cells, periods } = way;
  return [
    ...sources.map(
      ({ label, rows, files }) =>
        `${label} : ${formatCount(rows, "ligne retenue", "lignes retenues")} dans le lot ${batch}${files.length > 0 ? `, du fichier ${files.join(", ")}` : ""}.`,
    ),
    `${computed} ${formatCount(contributions, "entreprise × mois compte", "entreprises × mois comptent")}.`,
    `Secret statistique : sur ${formatCount(cells.computed, "case calculée", "cases calculées")}, ${formatNumber(cells.published)} publiées et ${formatNumber(cells.secret)} masquées, toutes tables confondues.`,
    ...(deferred > 0
      ? [
          `${formatCount(deferred, "mois garde", "mois gardent")} la valeur d’un lot précédent : la réviser permettrait de retrouver une case masquée.`,
        ]
      : []),
    periods
      ? `Publié de ${formatMonth(periods[0])} à ${formatMonth(periods[1])}.`
      : "Aucune période publiée.",
  ];
}

/** What an indicator is made from, where it is another one that is published too. */
function derivationOf(id: Indicator["id"]): string {
  const { numerator, denominator, changeOf, multipleOf, partOf } = indicatorOf(id);
  const name = (one: Indicator["id"]) => `« ${indicatorOf(one).label} »`;
  if (numerator && denominator) {
    return ` Quotient de ${name(numerator)} par ${name(denominator)}, masqué dès que l’un l’est.`;
  }
  if (changeOf) return ` Suit ${name(changeOf)}, masqué dès que l’une des deux périodes l’est.`;
  if (multipleOf) return ` Autre unité de ${name(multipleOf.id)}, masqué en même temps.`;
  if (partOf) return ` Partie de ${name(partOf)}.`;
  return "";
}

import { html } from "npm:htl";
import type { CompanySheet } from "../lib/agents.js";
import { LEVERS } from "../lib/counterfactual/catalogue.js";
import { counterfactualInWords } from "../lib/counterfactual/shown.js";
import {
  captionOf,
  cautionsOf,
  cellOf,
  leftOutInWords,
  linesOf,
  outcomeOf,
} from "../lib/counterfactual/table.js";
import { nonBreaking } from "../lib/format/typography.js";
import { LEVELS } from "../lib/levels.js";
import { reasonsOf } from "../lib/reasons.js";
import { dataTable } from "./dataTable.js";

/** What would lower the level of a company: one sentence, its table, and how to read them. */
export function levelChange(
  sheet: Pick<CompanySheet, "level" | "rights" | "counterfactual" | "contributions">,
): HTMLElement {
  const { counterfactual } = sheet;
  if (!counterfactual) {
    return html`<p class="missing">${nonBreaking("Le modèle seul ne signale pas cette entreprise : son niveau vient d’un ajustement d’expert, que ce calcul ne touche pas.")}</p>`;
  }
  const { options } = counterfactual;
  const leftOut = leftOutInWords(reasonsOf(sheet.contributions).worrying);
  const notes = [...cautionsOf(sheet), leftOut].filter((note) => note !== "");
  return html`<div>
    <p>${nonBreaking(counterfactualInWords(counterfactual))}</p>
    ${options.length > 0 ? tableOf(options) : ""}
    ${notes.map((note) => html`<p class="note-line">${nonBreaking(note)}</p>`)}
  </div>`;
}

type Options = NonNullable<CompanySheet["counterfactual"]>["options"];

function tableOf(options: Options): HTMLElement {
  return dataTable({
    caption: captionOf(options),
    columns: [
      { label: "Levier", value: ({ lever }) => LEVERS[lever].label, prose: true },
      {
        label: "Aujourd’hui",
        value: ({ from }) => from ?? "",
        text: (line) => cellOf(line, line.from),
        numeric: true,
      },
      {
        label: "À atteindre",
        value: ({ to }) => to ?? "",
        text: (line) => cellOf(line, line.to),
        numeric: true,
      },
      {
        label: "Niveau obtenu",
        value: ({ option }) => LEVELS[option.level].label,
        text: ({ option }) => outcomeOf(option),
      },
    ],
    rows: linesOf(options),
  });
}

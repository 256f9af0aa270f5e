import type { Equation } from "../lib/equations.js";
import { formatNumber } from "../lib/format/number.js";
import { formatCount } from "../lib/format/plural.js";
import { groupLabel } from "../lib/labels.js";
import type { Term } from "../lib/model.js";
import { weightsFinding } from "../lib/reading.js";
import type { DataTable } from "./dataTable.js";
import { figure } from "./figure.js";
import { forest } from "./forest.js";
import type { Source } from "./sourceLine.js";

export interface Weights {
  equation: Equation;
  /** Cases of the training, all equations together. */
  cases: number;
  source: Source;
  /** Name of the downloaded files. */
  file: string;
}

/** The weight of each sign of an equation, with its interval. */
export function weightsFigure({ equation, cases, source, file }: Weights): HTMLElement {
  const { terms, label } = equation;
  const told = terms.filter(({ ciLow, ciHigh }) => ciLow > 0 || ciHigh < 0).length;
  const which = label === "" ? "" : ` ; équation « ${label} »`;
  const references = new Set(
    terms.flatMap(({ transform }) => (transform.kind === "level" ? transform.reference : [])),
  );
  return figure({
    title: weightsFinding(terms),
    subtitle: `Rapport de cotes et intervalle de confiance à 95 %, échelle logarithmique, ${formatCount(cases, "cas", "cas")} d’apprentissage${which}. Point plein : l’effet se distingue du hasard (${told} sur ${terms.length}) ; point creux : non.`,
    chart: forest(
      terms.map(({ label, group, oddsRatio, oddsRatioLow, oddsRatioHigh }) => ({
        label,
        group: groupLabel(group),
        estimate: oddsRatio,
        low: oddsRatioLow,
        high: oddsRatioHigh,
      })),
    ),
    source,
    data: weightsData(terms),
    file,
    notes: [
      ...[...references].map((name) => `Un secteur se lit par rapport au secteur « ${name} ».`),
      "Un poids décrit une association dans les données passées, pas une cause.",
      "Une donnée absente (comptes non déposés, par exemple) est un signe à part, jamais un zéro.",
    ],
  });
}

function weightsData(terms: readonly Term[]): DataTable<Term> {
  return {
    caption: "Coefficients du modèle et intervalles de confiance à 95 %",
    columns: [
      { label: "Signe", value: ({ label }) => label },
      { label: "Groupe", value: ({ group }) => groupLabel(group) },
      { label: "Unité", value: ({ unit }) => unit },
      number("Coefficient", "estimate", 3),
      number("Erreur type", "stdError", 3),
      number("Rapport de cotes", "oddsRatio", 2),
      number("de", "oddsRatioLow", 2),
      number("à", "oddsRatioHigh", 2),
    ],
    rows: terms,
    pageSize: 40,
  };
}

type Measure = "estimate" | "stdError" | "oddsRatio" | "oddsRatioLow" | "oddsRatioHigh";

function number(label: string, name: Measure, decimals: number) {
  return {
    label,
    value: (term: Term) => term[name],
    text: (term: Term) => formatNumber(term[name], decimals),
    numeric: true,
  };
}

import { formatNumber } from "../../src/lib/format/number.js";
import { GROUPS, type Group } from "../../src/lib/groups.js";
import type { Model, Part, Term } from "../../src/lib/model.js";

/** The paragraphs of a model card that say how the model was fitted, with its coefficients. */
export function method(model: Model): string[] {
  const { fort, modere } = model.thresholds;
  return [
    ...model.parts.flatMap(partLines),
    "« Seul » : aire sous la courbe ROC du sous-modèle sans les autres, sur l’apprentissage, chaque entreprise étant notée par un ajustement qui ne l’a pas vue. « Poids » : part de ses log-cotes gardée par le niveau supérieur.",
    "Les mesures sont bornées aux quantiles de l’apprentissage puis centrées et réduites ; une valeur absente vaut la moyenne et, là où l’absence informe, porte sa propre marque.",
    "Les erreurs types sont groupées par entreprise (SIREN, correction G/(G−1)) : les mois d’une même entreprise partagent leur issue. Celles des coefficients d’ensemble tiennent compte de l’incertitude des sous-modèles et de leurs poids.",
    combineLine(model),
    calibrationLine(model),
    `Les deux seuils maximisent F${formatNumber(fort.beta, 1)} (risque fort) et F${formatNumber(modere.beta)} (risque modéré) sur les entreprises d’apprentissage, réparties en ${model.folds} groupes et notées chacune par un ajustement sur les autres groupes.`,
    ...(model.capacity ? [capacityLine(model.capacity.perDepartement)] : []),
    coefficients(model.terms),
  ];
}

const COMBINED = {
  stacked: "des sous-modèles par groupe, réunis par un niveau supérieur",
  joint: "une seule régression sur toutes les colonnes",
} as const;

function partLines({ spec, label, combine, subModels, top, training }: Part): string[] {
  const intro = `### Équation « ${spec} »\n\n${label}. Régression logistique : ${COMBINED[combine]} ; ${formatNumber(training.rows)} mois-entreprises de ${formatNumber(training.companies)} entreprises.`;
  if (combine === "joint") return [intro];
  const auc = new Map(subModels.map((sub) => [sub.group, sub.auc]));
  const lines = top
    .filter(({ kind }) => kind === "subModel")
    .map(
      ({ name, label: group, estimate, stdError }) =>
        `| ${group} | ${formatNumber(auc.get(name) ?? Number.NaN, 3)} | ${formatNumber(estimate, 2)} | ${formatNumber(stdError, 2)} |`,
    );
  return [
    intro,
    ["| Sous-modèle | Aire ROC, seul | Poids | Erreur type |", "|---|--:|--:|--:|", ...lines].join(
      "\n",
    ),
  ];
}

function combineLine({ alternative, parts }: Model): string {
  const { kept, other } = alternative;
  const numbers = ({ auc, averagePrecision, logLoss }: typeof kept) =>
    `aire ROC ${formatNumber(auc, 3)}, précision moyenne ${formatNumber(averagePrecision, 3)}, perte logarithmique ${formatNumber(logLoss, 4)}`;
  return `Sur le test, sans signaux forts : ${COMBINED[parts[0]!.combine]}, ${numbers(kept)} ; ${COMBINED[alternative.combine]}, ${numbers(other)}.`;
}

function capacityLine(perDepartement: number): string {
  return `Dans les listes, le risque fort est réservé aux ${formatNumber(perDepartement)} entreprises les plus exposées de chaque département, au-dessus du seuil du risque modéré ; les mesures de cette fiche sont celles des deux seuils.`;
}

const MAPS = { none: "aucune", platt: "de Platt", isotonic: "isotonique" } as const;

function calibrationLine({ calibration }: Model): string {
  const losses = calibration.candidates
    .map(
      ({ kind, logLoss }) =>
        `${MAPS[kind]} ${logLoss === null ? "infinie" : formatNumber(logLoss, 4)}`,
    )
    .join(", ");
  return `Calibration retenue : ${MAPS[calibration.map.kind]}. Pertes logarithmiques en validation croisée : ${losses}. Une correction n’est retenue que si elle fait baisser la perte de plus d’une erreur type ; elle s’applique à la probabilité finale, après les contributions.`;
}

function coefficients(terms: readonly Term[]): string {
  const lines = terms
    .filter(({ transform }) => transform.kind !== "intercept")
    .map(
      ({ name, label, group, transform, oddsRatio, oddsRatioLow, oddsRatioHigh, vif }) =>
        `| ${GROUPS[group as Group].label} | ${label}${name.includes(":") ? " (sans bilan)" : ""} | ${change(transform)} | ${formatNumber(oddsRatio, 2)} | ${formatNumber(oddsRatioLow, 2)} à ${formatNumber(oddsRatioHigh, 2)} | ${vif === undefined ? "—" : formatNumber(vif, 1)} |`,
    );
  return [
    "| Groupe | Terme | Pour | Rapport de cotes | Intervalle à 95 % | VIF |",
    "|---|---|---|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

/** The change an odds ratio is about. */
function change(transform: Term["transform"]): string {
  switch (transform.kind) {
    case "standardised":
      return "un écart type de plus";
    case "level":
      return `au lieu de ${transform.reference}`;
    default:
      return "oui au lieu de non";
  }
}

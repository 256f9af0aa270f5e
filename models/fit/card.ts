import { formatMonthLong } from "../../src/lib/format/calendar.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { GROUPS, type Group } from "../../src/lib/groups.js";
import type { Evaluation, Model, Sample, Term } from "../../src/lib/model.js";

/**
 * Model card in French, in the order of Mitchell et al., « Model Cards for Model Reporting » (FAT*
 * 2019): what it is for, on what data, how well it does, where it stops.
 */
export function card(model: Model): string {
  return `${[
    `# Modèle ${model.id}`,
    ...(model.fictitious
      ? [
          "> **Données fictives.** Ce modèle a été ajusté sur des extractions fabriquées : ses chiffres ne disent rien des entreprises réelles.",
        ]
      : []),
    "## Ce qu’il prédit",
    `${model.outcome.label}. Population : ${lowerFirst(model.population)}.`,
    "Il sert à classer les entreprises à contacter en prévention. Une entreprise signalée est une entreprise à appeler : le score n’établit ni une difficulté, ni une faute, et ne fonde aucune décision automatique.",
    "## Données",
    [sampleLine("Apprentissage", model.training), sampleLine("Test", model.test)].join("\n"),
    `Aucune entreprise n’est dans les deux. L’issue de chaque mois d’apprentissage était entièrement connue avant le premier mois du test : ${model.outcome.horizonMonths} mois les séparent au moins.`,
    "## Méthode",
    `Régression logistique sans pénalité, ${model.terms.length - 1} colonnes et une constante. Les mesures sont bornées aux quantiles de l’apprentissage puis centrées et réduites ; une valeur absente vaut la moyenne et, là où l’absence informe, porte sa propre marque.`,
    `Les deux seuils maximisent F${formatNumber(model.thresholds.fort.beta, 1)} (risque fort) et F${formatNumber(model.thresholds.modere.beta)} (risque modéré) sur les entreprises d’apprentissage, réparties en ${model.folds} groupes et notées chacune par un ajustement sur les autres groupes.`,
    coefficients(model.terms),
    "Les erreurs types supposent les observations indépendantes. Les mois d’une même entreprise ne le sont pas : les intervalles sont trop étroits.",
    "## Performance sur le test",
    "### Toutes les entreprises, signaux forts compris",
    performance(model.evaluation.withStrongSignals, model),
    "### Sans les signaux forts (procédure ou défaut de paiement déjà là)",
    performance(model.evaluation.withoutStrongSignals, model),
    "## Limites",
    limits(model),
    "## Provenance",
    [
      `- Lot ${model.batch}, spécification « ${model.spec} », graine ${model.provenance.seed}`,
      `- Variables : \`${model.provenance.features}\``,
      `- Spécification : \`${model.provenance.spec}\``,
      `- Code : \`${model.provenance.code || "non relevé"}\``,
    ].join("\n"),
  ].join("\n\n")}\n`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function sampleLine(name: string, { from, to, rows, companies, events }: Sample): string {
  const share = rows === 0 ? "" : ` (${percent(events / rows)})`;
  return `- ${name} : ${formatMonthLong(from)} à ${formatMonthLong(to)}, ${formatNumber(companies)} entreprises, ${formatNumber(rows)} mois-entreprises, dont ${formatNumber(events)} suivis d’une procédure${share}`;
}

function coefficients(terms: readonly Term[]): string {
  const lines = terms
    .filter(({ transform }) => transform.kind !== "intercept")
    .map(
      ({ label, group, transform, oddsRatio, oddsRatioLow, oddsRatioHigh }) =>
        `| ${GROUPS[group as Group].label} | ${label} | ${change(transform)} | ${formatNumber(oddsRatio, 2)} | ${formatNumber(oddsRatioLow, 2)} à ${formatNumber(oddsRatioHigh, 2)} |`,
    );
  return [
    "| Groupe | Terme | Pour | Rapport de cotes | Intervalle à 95 % |",
    "|---|---|---|--:|--:|",
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

function performance(evaluation: Evaluation, { outcome, thresholds }: Model): string {
  const { rows, events, auc, averagePrecision, brier, calibration, confusion } = evaluation;
  if (events === 0) return "Aucun événement dans cet échantillon : rien n’est mesurable.";
  const horizon = `dans les ${outcome.horizonMonths} mois`;
  const level = (name: "fort" | "modere", words: string) => {
    const { truePositives, falsePositives, precision, recall } = confusion[name];
    const flagged = truePositives + falsePositives;
    const found =
      flagged === 0
        ? "aucun signalement"
        : `${formatNumber(flagged)} signalements, dont ${count(precision)} sur 100 suivis d’une procédure ${horizon}`;
    return `- ${words} (probabilité d’au moins ${percent(thresholds[name].value)}) : ${found} ; sur 100 procédures, ${count(recall)} avaient été signalées.`;
  };
  return [
    `${formatNumber(rows)} mois-entreprises, ${formatNumber(events)} suivis d’une procédure ${horizon}.`,
    [
      level("fort", "Risque fort"),
      level("modere", "Risque modéré ou fort"),
      `- Aire sous la courbe ROC : ${formatNumber(auc, 3)} ; précision moyenne : ${formatNumber(averagePrecision, 3)} ; score de Brier : ${formatNumber(brier, 4)}.`,
      `- Calibration : constante ${formatNumber(calibration.intercept, 2)} (0 si le risque moyen est juste), pente ${formatNumber(calibration.slope, 2)} (1 si les écarts de risque le sont).`,
    ].join("\n"),
  ].join("\n\n");
}

function limits({ warnings, training, outcome }: Model): string {
  return [
    `- Mois d’apprentissage : ${formatMonthLong(training.from)} à ${formatMonthLong(training.to)}. Un changement de conjoncture déplace le risque moyen avant qu’il ne l’apprenne.`,
    "- Une procédure peut survenir sans signe dans ces sources, et beaucoup d’entreprises en difficulté se redressent.",
    "- L’activité est celle de Sirene à la date du lot, non celle de chaque mois passé.",
    `- Les entreprises dont l’historique est trop court ne sont pas notées, et rien n’est dit au-delà de ${outcome.horizonMonths} mois.`,
    ...warnings.map(({ message }) => `- ${message}.`),
  ].join("\n");
}

function percent(share: number): string {
  return `${formatNumber(share * 100, 1)}\u202f%`;
}

function count(share: number): string {
  return formatNumber(share * 100);
}

import type { EvaluationReport } from "../../src/lib/evaluation.js";
import { formatMonthLong, formatPeriod } from "../../src/lib/format/calendar.js";
import { formatNumber } from "../../src/lib/format/number.js";
import type { Evaluation, Model, Sample } from "../../src/lib/model.js";
import { cardEvaluation } from "./cardEvaluation.js";
import { method } from "./cardMethod.js";

/**
 * Model card in French, in the order of Mitchell et al., « Model Cards for Model Reporting » (FAT*
 * 2019), with what annex IV of regulation (EU) 2024/1689 asks of the documentation of a system: its
 * points are in brackets. `report` is `evaluation.json`; a card written before it says it is missing.
 */
export function card(model: Model, report?: EvaluationReport): string {
  const quoted = cardEvaluation(report);
  const { horizonMonths } = model.outcome;
  return `${[
    `# Modèle ${model.id}`,
    ...(model.fictitious
      ? [
          "> **Données fictives.** Ce modèle a été ajusté sur des extractions fabriquées : ses chiffres ne disent rien des entreprises réelles.",
        ]
      : []),
    "Les nombres entre crochets renvoient aux points de l’annexe IV du règlement (UE) 2024/1689 sur l’intelligence artificielle.",
    "## Ce qu’il prédit et pour quoi [1]",
    `${model.outcome.label}. Population : ${lowerFirst(model.population)}.`,
    "Il sert à classer les entreprises à contacter en prévention. Une entreprise signalée est une entreprise à appeler : le score n’établit ni une difficulté, ni une faute, et ne fonde aucune décision automatique.",
    "Il ne sert ni à accorder ou refuser une aide ou un crédit, ni à choisir qui contrôler, ni à noter un dirigeant.",
    "## Données [2 d]",
    [sampleLine("Apprentissage", model.training), sampleLine("Test", model.test)].join("\n"),
    `Un cas est une entreprise un mois donné. Aucune entreprise n’est à la fois dans l’apprentissage et dans le test. L’issue de chaque mois d’apprentissage était entièrement connue avant le premier mois du test : ${horizonMonths} mois les séparent au moins.`,
    "## Méthode [2 a, b, c]",
    ...method(model),
    ...recalibrated(model),
    "## Performance sur le test [2 g, 3]",
    "### Toutes les entreprises, signaux forts compris",
    performance(model.evaluation.withStrongSignals, model),
    "### Sans les signaux forts (procédure ou défaut de paiement déjà là)",
    performance(model.evaluation.withoutStrongSignals, model),
    "### Contre plus simple que lui",
    quoted.performance,
    "### À d’autres dates",
    quoted.backtest,
    "## Pourquoi ces mesures [4]",
    "Les défaillances sont rares : l’aire sous la courbe ROC dit si le classement est bon, la précision moyenne ce que valent ses premiers rangs, ceux qu’un agent a le temps d’appeler. Brier, constante et pente disent si le risque annoncé est celui qui se réalise. La vue sans les signaux forts est la seule qui dise ce que le service apporte : une procédure déjà ouverte se voit sans modèle.",
    "## Équité [2 g, 3]",
    "Le modèle ignore le dirigeant, son âge, sa nationalité et son sexe : il ne voit que l’entreprise. Le secteur et l’âge de l’entreprise y entrent ; le territoire n’y entre pas.",
    quoted.fairness,
    "Un écart entre segments dont les intervalles ne se recouvrent pas est à examiner avant de diffuser une liste : il peut venir d’un risque réellement différent, ou d’un segment que les sources décrivent mal.",
    "## Dérive [3, 9]",
    quoted.drift,
    "## Limites et risques [3, 5]",
    limits(model),
    "## Contrôle humain [2 e]",
    [
      "- Un agent voit, pour chaque entreprise, la contribution exacte de chaque terme et de chaque groupe ; leur somme est le score.",
      "- Il peut écarter l’alerte. Des règles d’expert déclarées, signées, datées et bornées à un niveau corrigent la liste sans toucher la probabilité ; la liste garde le niveau d’avant et d’après.",
      "- Personne n’est contacté, aidé ou écarté sur la seule foi du score (articles 13 et 14 du règlement).",
      "- L’agent doit s’attendre à des erreurs : la part des signalements non suivis d’une procédure est écrite plus haut, et une absence d’alerte ne rassure sur rien.",
    ].join("\n"),
    "## Suivi et modifications [6, 9]",
    "À chaque lot, la dérive, la calibration et les taux par segment sont recalculés. Une variable en alerte ou une calibration dont l’intervalle exclut l’idéal demandent un nouvel ajustement ou un recalage, qui est un autre modèle du registre, avec sa fiche. Un modèle du registre n’est jamais modifié sur place sans que ses empreintes changent.",
    "## Provenance [1, 2]",
    [
      `- Lot ${model.batch}, spécification « ${model.spec} », graine ${model.provenance.seed}`,
      `- Variables : \`${model.provenance.features}\``,
      `- Spécification : \`${model.provenance.spec}\``,
      `- Code : \`${model.provenance.code || "non relevé"}\``,
    ].join("\n"),
  ].join("\n\n")}\n`;
}

function recalibrated({ recalibration }: Model): string[] {
  if (!recalibration) return [];
  const { model, by, rate, intercept, slope, batch, from, to } = recalibration;
  const how =
    by === "rate"
      ? `pour que le risque moyen des entreprises notées soit le taux donné, ${percent(rate)}`
      : `d’après les issues connues ${formatPeriod(from, to)}, où ${percent(rate)} des cas ont été suivis d’une procédure`;
  const moved =
    slope === 1
      ? `log-cotes décalées de ${formatNumber(intercept, 3)}, pente gardée`
      : `constante ${formatNumber(intercept, 3)} et pente ${formatNumber(slope, 3)}, la pente de 1 étant refusée au seuil de 5 %`;
  return [
    `Recalé depuis « ${model} » sur le lot ${batch}, ${how} : ${moved}. Les coefficients, les contributions et l’ordre des entreprises sont ceux de ce modèle ; les seuils restent les mêmes probabilités.`,
  ];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function sampleLine(name: string, { from, to, rows, companies, events }: Sample): string {
  const share = rows === 0 ? "" : ` (${percent(events / rows)})`;
  return `- ${name} : ${formatMonthLong(from)} à ${formatMonthLong(to)}, ${formatNumber(companies)} entreprises, ${formatNumber(rows)} mois-entreprises, dont ${formatNumber(events)} suivis d’une procédure${share}`;
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
    ...warnings.map(({ message }) => `- ${upperFirst(message)}.`),
  ].join("\n");
}

function percent(share: number): string {
  return `${formatNumber(share * 100, 1)}\u202f%`;
}

function count(share: number): string {
  return formatNumber(share * 100);
}

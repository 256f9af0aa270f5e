import { formatMonthLong } from "../../src/lib/format/calendar.js";
import { formatNumber } from "../../src/lib/format/number.js";
import type { Evaluation, Model, Sample } from "../../src/lib/model.js";
import { method } from "./cardMethod.js";

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
    ...method(model),
    "## Performance sur le test",
    "### Toutes les entreprises, signaux forts compris",
    performance(model.evaluation.withStrongSignals, model),
    "### Sans les signaux forts (procédure ou défaut de paiement déjà là)",
    performance(model.evaluation.withoutStrongSignals, model),
    "## Limites",
    limits(model),
    "## Équité",
    "Le modèle ignore le dirigeant, son âge, sa nationalité et son sexe : il ne voit que l’entreprise. Le secteur et l’âge de l’entreprise y entrent ; le territoire n’y entre pas. Les taux d’alerte et d’oubli par région, secteur, taille et âge sont dans `evaluation.json` : un écart entre segments est à examiner avant chaque liste.",
    "## Contrôle humain",
    "Un agent voit, pour chaque entreprise, la contribution exacte de chaque terme et de chaque groupe. Il peut écarter l’alerte, et des règles d’expert déclarées, datées et bornées à un niveau corrigent la liste sans toucher la probabilité. Personne n’est contacté, aidé ou écarté sur la seule foi du score (règlement (UE) 2024/1689, articles 13 et 14 et annexe IV).",
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

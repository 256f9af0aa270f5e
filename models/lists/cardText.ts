import { labelOf } from "../../loaders/tables/sourceTitle.js";
import { formatDate, formatMonthLong } from "../../src/lib/format/calendar.js";
import { formatNumber, formatPercent } from "../../src/lib/format/number.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { CAUSES, type Cause, CHANGES, type Change } from "../../src/lib/lists/change.js";
import type { ListCard, ListChanges } from "../../src/lib/lists/listCard.js";
import { listName } from "../../src/lib/lists/listName.js";

/** The card of a list in French: what it holds, what changed and why, how fresh its sources are. */
export function cardText(card: ListCard): string {
  const { name, fictitious, quarterly, batch, month, model } = card;
  return `${[
    `# Liste de détection « ${name} »`,
    ...(fictitious
      ? [
          "> **Données fictives.** Ces entreprises n’existent pas : la liste vient d’extractions fabriquées.",
        ]
      : []),
    `${quarterly ? "Liste trimestrielle" : "Liste faite à la demande, hors du calendrier trimestriel"}, lot ${batch}, scores ${of(formatMonthLong(month))}, modèle \`${model}\`.`,
    "Une entreprise signalée est une entreprise à appeler, pas à blâmer : aucune décision ne se prend sur la seule foi de cette liste.",
    "## Volumes",
    volumes(card),
    "## Premières alertes",
    firstAlerts(card),
    "## Ce qui a changé",
    card.changes
      ? changes(card.changes)
      : "Première liste : il n’y en a pas d’antérieure à laquelle la comparer.",
    "## Liste retraitée",
    retraitee(card),
    "## Ajustements d’experts en vigueur",
    rules(card),
    "## Fraîcheur des sources",
    freshness(card),
  ].join("\n\n")}\n`;
}

const of = (month: string): string => `${/^[aeiouàéô]/.test(month) ? "d’" : "de "}${month}`;

function volumes({ companies, levels, levelsBefore, thresholds, capacity }: ListCard): string {
  const bar = (level: "fort" | "modere"): string =>
    level === "fort" && capacity !== null
      ? `${formatNumber(capacity)} par département`
      : formatPercent(100 * thresholds[level]);
  const line = (words: string, level: "fort" | "modere"): string =>
    `| ${words} | ${bar(level)} | ${formatNumber(levelsBefore[level])} | ${formatNumber(levels[level])} | ${formatPercent((100 * levels[level]) / companies, 2)} |`;
  return [
    `${formatCount(companies, "entreprise notée", "entreprises notées")}, ${formatNumber(levels.fort + levels.modere)} dans la liste.`,
    [
      "| Niveau | Probabilité d’au moins | Par les seuils | Après ajustements | Part des entreprises notées |",
      "|---|--:|--:|--:|--:|",
      line("Risque fort", "fort"),
      line("Risque modéré", "modere"),
    ].join("\n"),
  ].join("\n\n");
}

function firstAlerts({ firstAlerts: { new: fresh, raised }, former }: ListCard): string {
  if (former.length === 0)
    return `Aucune liste antérieure n’est connue : les ${formatNumber(fresh)} entreprises sont toutes des premières alertes, par définition.`;
  return [
    `- ${formatCount(fresh, "entreprise qui n’était", "entreprises qui n’étaient")} dans aucune liste antérieure (${former.map(listName).join(", ")}).`,
    `- ${formatCount(raised, "entreprise passée", "entreprises passées")} pour la première fois de risque modéré à risque fort.`,
  ].join("\n");
}

function changes({ since, model, modelKnown, counts }: ListChanges): string {
  const causes = (Object.keys(CAUSES) as Cause[]).filter((cause) =>
    Object.values(counts).some((one) => one.causes[cause]),
  );
  const row = (change: Change): string => {
    const { total, causes: by } = counts[change];
    const cells = [total, ...causes.map((cause) => by[cause] ?? 0)].map((n) => formatNumber(n));
    return `| ${CHANGES[change]} | ${cells.join(" | ")} |`;
  };
  return [
    `Depuis la liste « ${listName(since)} », par cause principale :`,
    [
      `| Changement | Total | ${causes.map((cause) => CAUSES[cause]).join(" | ")} |`,
      `|---|--:|${"--:|".repeat(causes.length)}`,
      ...(Object.keys(CHANGES) as Change[]).map(row),
    ].join("\n"),
    modelKnown
      ? `La part des données est celle que l’ancien modèle, \`${model}\`, aurait vue avec les données d’aujourd’hui ; celle du modèle est la différence entre les deux modèles sur ces mêmes données. « Population notée » : l’entreprise n’était pas notée, ou ne l’est plus.`
      : `L’ancien modèle, \`${model}\`, n’est plus au registre ou ne peut lire les variables d’aujourd’hui : les parts des données et du modèle ne peuvent être séparées.`,
  ].join("\n\n");
}

function retraitee({ retraitee: count, parameters }: ListCard): string {
  return `${formatCount(count, "entreprise")} : _in bonis_, en première alerte, sans délai de paiement Urssaf en cours, créées avant le ${formatDate(parameters.recentSince)} (${formatNumber(parameters.recentYears)} ans), ${formatNumber(parameters.perDepartement)} au plus par département, les plus à risque d’abord.`;
}

function rules({ rules: inForce }: ListCard): string {
  if (inForce.length === 0) return "Aucun : les niveaux sont ceux des seuils.";
  return inForce
    .map(
      ({ label, name, effect, author, from, to }) =>
        `- ${label} (\`${name}\`, ${effect > 0 ? "+1" : "−1"}), ${author}, depuis ${formatMonthLong(from)}${to ? ` jusqu’à ${formatMonthLong(to)}` : ""}`,
    )
    .join("\n");
}

function freshness({ freshness: sources }: ListCard): string {
  const known = sources.filter(({ date }) => date !== null);
  return known
    .map(({ source, date }) => `- ${labelOf(source)} : jusqu’au ${formatDate(date!)}`)
    .join("\n");
}

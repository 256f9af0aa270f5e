import { formatPercent } from "../format/number.js";
import { formatCount } from "../format/plural.js";
import { INDICATORS } from "../indicators.js";
import { honestTitle } from "./dataset.js";
import type { Journal, Revisions, SeriesJournal } from "./journal.js";

/** `journal.md`: the journal for people, in French. */
export function journalText(journal: Journal): string {
  const { lot, precedent, donnees_fictives, series, abandonnes } = journal;
  const title = honestTitle(`Journal des révisions du lot ${lot}`, donnees_fictives);
  const told = precedent === null ? [] : series.filter(({ etat }) => etat === "suivi");
  return [
    `# ${title}`,
    precedent === null
      ? "Premier lot diffusé : aucune révision à signaler."
      : `Ce qui a changé depuis le lot ${precedent}, toutes périodes confondues.`,
    ...told.map(seriesText),
    ...section("Nouveaux indicateurs", precedent === null ? [] : newOnes(series)),
    ...section("Indicateurs qui ne sont plus diffusés", abandonnes.map(labelOf)),
  ]
    .join("\n\n")
    .concat("\n");
}

function seriesText({ indicateur, definition_changee, revisions }: SeriesJournal): string {
  const lines = revisions ? revisionLines(revisions) : [];
  if (definition_changee)
    lines.unshift("**définition changée** : les valeurs ne se comparent plus");
  if (lines.length === 0) lines.push("rien n’a changé");
  return `## ${labelOf(indicateur)}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function revisionLines(revisions: Revisions): string[] {
  const largest = revisions.plus_forte_revision;
  const detail = largest === null ? "" : `, de ${formatPercent(100 * largest)} au plus`;
  const lines: [number, string][] = [
    [revisions.nouvelles, formatCount(revisions.nouvelles, "nouvelle case", "nouvelles cases")],
    [
      revisions.revisees,
      formatCount(revisions.revisees, "valeur révisée", "valeurs révisées") + detail,
    ],
    [
      revisions.devenues_secretes,
      formatCount(
        revisions.devenues_secretes,
        "case désormais sous le secret",
        "cases désormais sous le secret",
      ),
    ],
    [
      revisions.devenues_publiees,
      formatCount(
        revisions.devenues_publiees,
        "case désormais publiée",
        "cases désormais publiées",
      ),
    ],
    [
      revisions.retirees,
      formatCount(
        revisions.retirees,
        "case qui n’est plus diffusée",
        "cases qui ne sont plus diffusées",
      ),
    ],
  ];
  return lines.filter(([count]) => count > 0).map(([, text]) => text);
}

function newOnes(series: readonly SeriesJournal[]): string[] {
  return series
    .filter(({ etat }) => etat === "nouveau")
    .map(({ indicateur }) => labelOf(indicateur));
}

function section(title: string, names: readonly string[]): string[] {
  return names.length === 0
    ? []
    : [`## ${title}\n\n${names.map((name) => `- ${name}`).join("\n")}`];
}

function labelOf(id: string): string {
  return INDICATORS.find((indicator) => indicator.id === id)?.label ?? id;
}

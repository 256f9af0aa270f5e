import { formatDate } from "../../../src/lib/format/calendar.js";
import type { BatchTable } from "../../../src/lib/tables.js";
import { escapeHtml } from "./escape.js";

/** One batch made public. */
export type Publication = Pick<BatchTable, "batch" | "date" | "asOf" | "fictitious">;

/**
 * Feed of publications (Atom, RFC 4287), the latest first: one entry per batch, whose open data stay
 * at `diffusion/<batch>/`. A date is the first day of the batch month, which stands for that of
 * publication everywhere.
 */
export function feed(base: string, publications: readonly Publication[]): string {
  const latest = [...publications].sort((a, b) => (a.batch < b.batch ? 1 : -1));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    "<title>Signaux Faibles — publications</title>",
    "<subtitle>Chaque lot de données publié sur le site</subtitle>",
    `<id>${escapeHtml(base)}flux.xml</id>`,
    `<link rel="self" href="${escapeHtml(base)}flux.xml"/>`,
    `<link href="${escapeHtml(base)}"/>`,
    "<author><name>Signaux Faibles</name></author>",
    ...latest.slice(0, 1).map(({ date }) => `<updated>${instant(date)}</updated>`),
    ...latest.map((one) => entry(base, one)),
    "</feed>\n",
  ].join("\n");
}

function entry(base: string, { batch, date, asOf, fictitious }: Publication): string {
  const warning = fictitious ? " Données fictives, pour la démonstration." : "";
  return [
    "<entry>",
    `<title>Lot ${batch} : données arrêtées au ${formatDate(asOf)}</title>`,
    `<id>${escapeHtml(base)}donnees#lot-${batch}</id>`,
    `<link href="${escapeHtml(base)}donnees"/>`,
    `<published>${instant(date)}</published><updated>${instant(date)}</updated>`,
    `<summary>Les indicateurs, les tableaux et les fichiers ouverts du lot ${batch} sont publiés.${warning}</summary>`,
    "</entry>",
  ].join("\n");
}

const instant = (date: string): string => `${date}T00:00:00Z`;

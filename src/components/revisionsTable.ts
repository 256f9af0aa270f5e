import { html } from "npm:htl";
import type { DiffusionTable } from "../lib/diffusion/diffusionTable.js";
import type { Revisions } from "../lib/diffusion/journal.js";
import { formatNumber, formatPercent } from "../lib/format/number.js";
import { formatCount } from "../lib/format/plural.js";
import { indicatorOf } from "../lib/labels.js";
import { dataTable } from "./dataTable.js";

interface Row extends Revisions {
  label: string;
  definition_changee: boolean;
}

/** What changed in each series since the former batch; those where nothing did are left out. */
export function revisionsTable({ journal }: DiffusionTable): HTMLElement {
  if (!journal) return html`<p>Les révisions se lisent sur le site public du lot.</p>`;
  if (journal.precedent === null)
    return html`<p>Premier lot diffusé : aucune révision à signaler.</p>`;
  const changed = changedSeries(journal);
  if (changed.length === 0) {
    return html`<p>Rien n’a changé depuis le lot ${journal.precedent}.</p>`;
  }
  return dataTable({
    caption: `${formatCount(changed.length, "série change", "séries changent")} depuis le lot ${journal.precedent}, toutes périodes confondues`,
    columns: [
      {
        label: "Série",
        value: ({ label }) => label,
        text: ({ label, definition_changee }) =>
          definition_changee ? `${label} (définition changée)` : label,
        prose: true,
      },
      counted("Nouvelles cases", "nouvelles"),
      counted("Valeurs révisées", "revisees"),
      {
        label: "Révision la plus forte",
        value: ({ plus_forte_revision }) => plus_forte_revision,
        text: ({ plus_forte_revision: largest }) =>
          largest === null ? "" : formatPercent(100 * largest),
        numeric: true,
      },
      counted("Désormais secrètes", "devenues_secretes"),
      counted("Désormais publiées", "devenues_publiees"),
      counted("Cases retirées", "retirees"),
    ],
    rows: changed,
    pageSize: 12,
  });
}

function changedSeries({ series }: NonNullable<DiffusionTable["journal"]>): Row[] {
  return series.flatMap(({ indicateur, definition_changee, revisions }) =>
    revisions && (definition_changee || Object.values(revisions).some((count) => count))
      ? [{ label: indicatorOf(indicateur).label, definition_changee, ...revisions }]
      : [],
  );
}

function counted(label: string, name: Exclude<keyof Revisions, "plus_forte_revision">) {
  return {
    label,
    value: (row: Row) => row[name],
    text: (row: Row) => formatNumber(row[name]),
    numeric: true,
  };
}

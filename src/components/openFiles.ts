import { html } from "npm:htl";
import { DIFFUSION, LATEST } from "../lib/diffusion/addresses.js";
import type { DiffusionTable, OpenDataset } from "../lib/diffusion/diffusionTable.js";
import { formatBytes, formatNumber } from "../lib/format/number.js";
import { dataTable } from "./dataTable.js";
import { siteLink } from "./siteLink.js";

/** Files of the open data of the batch, with their size, licence, catalogue and journal. */
export function openFiles({ batch, licence, datasets }: DiffusionTable): HTMLElement {
  if (!licence || datasets.length === 0) {
    return html`<p>Ces fichiers accompagnent le site public du lot ; ils ne sont pas servis ici.</p>`;
  }
  const address = (path: string) => siteLink(`${DIFFUSION}/${batch}/${path}`);
  const file = (format: "csv" | "parquet", label: string) => ({
    label,
    value: ({ files }: OpenDataset) => files[format].path,
    text: ({ files }: OpenDataset) => `${label}, ${formatBytes(files[format].bytes)}`,
    href: ({ files }: OpenDataset) => address(files[format].path),
  });
  return html`<div>
    <p>Licence : <a href="${licence.path}">${licence.title}</a>. <a href="${address("catalogue.json")}">Catalogue</a> (DCAT-AP), <a href="${address("datapackage.json")}">Data Package</a>, <a href="${address("journal.md")}" download>journal des révisions</a>. Les adresses de ce lot ne changeront pas ; <code>${LATEST}</code> à la place de <code>${batch}</code> mène toujours au dernier lot.</p>
    ${dataTable({
      caption: `Fichiers du lot ${batch}`,
      columns: [
        { label: "Données", value: ({ title }) => title, prose: true },
        {
          label: "Lignes",
          value: ({ rows }) => rows,
          text: ({ rows }) => formatNumber(rows),
          numeric: true,
        },
        file("csv", "CSV"),
        file("parquet", "Parquet"),
        {
          label: "Schéma",
          value: ({ schema }) => schema,
          text: () => "Schéma",
          href: ({ schema }) => address(schema),
        },
      ],
      rows: datasets,
      pageSize: 12,
    })}
  </div>`;
}

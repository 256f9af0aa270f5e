import { REGIONS } from "./loaders/geography.js";
import { readTable } from "./src/data/tables.js";
import type { BatchTable } from "./src/lib/tables.js";

const { batch, fictitious } = readTable<BatchTable>("batch.json");

const FICTITIOUS = `<strong class="bandeau-fictif">Données fictives<span> : entreprises et chiffres inventés pour la démonstration</span></strong>`;

/** Observable Framework (1.13): one site, in French, that asks nothing of any other server. */
export default {
  root: "src",
  output: "dist/public",
  title: "Signaux Faibles — Vigie",
  home: "Accueil",
  style: "style.css",
  globalStylesheets: [],
  header: `<a class="nom-du-service" href="/">Signaux Faibles</a>${fictitious ? FICTITIOUS : ""}`,
  footer: `Signaux Faibles, service public de détection des entreprises en difficulté · lot ${batch} · <a href="/donnees">D’où viennent ces chiffres ?</a>`,
  toc: { show: true, label: "Sommaire" },
  search: true,
  pages: [
    { name: "Indicateurs sectoriels", path: "/secteurs" },
    {
      // No address of its own: a link inside a <summary> cannot be reached by assistive technologies.
      name: "Régions",
      open: false,
      pages: [
        { name: "Toutes les régions", path: "/regions/" },
        ...REGIONS.map(({ nom, slug }) => ({ name: nom, path: `/regions/${slug}` })),
      ],
    },
    { name: "Le modèle", path: "/modele" },
    { name: "Données", path: "/donnees" },
  ],
  dynamicPaths: REGIONS.map(({ slug }) => `/regions/${slug}`),
  interpreters: { ".ts": ["node", "--import", "tsx"] },
  // Framework would fetch these two extensions of DuckDB-WASM, which no page uses.
  duckdb: { extensions: { json: null, parquet: null } },
};

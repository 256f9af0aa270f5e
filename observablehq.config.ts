import { REGIONS } from "./loaders/geography.js";
import { agentsFolder, listedSirens } from "./src/data/agents.js";
import { UNLISTED_TITLES } from "./src/data/pageTitles.js";
import { readTable } from "./src/data/tables.js";
import { FAULT_CODES } from "./src/lib/faults/faults.js";
import type { BatchTable } from "./src/lib/tables.js";

const { batch, fictitious } = readTable<BatchTable>("batch.json");

/** The pages of companies are in the site of entitled agents alone. */
const agents = agentsFolder();
const CONFIDENTIAL = `<strong class="bandeau-agents">Espace agents<span> — données confidentielles</span></strong>`;

/** For the search engines of an intranet. */
const NOT_INDEXED = `<meta name="robots" content="noindex, nofollow">`;

const FICTITIOUS = `<strong class="bandeau-fictif">Données fictives<span> : entreprises et chiffres inventés pour la démonstration</span></strong>`;

/** A watch mark, within the page: browsers ask for /favicon.ico otherwise. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1f4e9c"/><path d="M8 9l8 15 8-15" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Alphabetical without accents, as French lists are: Île-de-France stands among the I. */
const REGIONS_BY_NAME = [...REGIONS].sort((a, b) => (a.slug < b.slug ? -1 : 1));

/** Framework indexes the pages of the menu by itself. */
async function* searchedPages() {
  for (const [path, title] of UNLISTED_TITLES) yield { path, title, text: title };
}

/** Observable Framework (1.13): one site, in French, that asks nothing of any other server. */
export default {
  root: "src",
  output: "dist/public",
  title: "Signaux Faibles — Vigie",
  home: "Accueil",
  style: agents ? "agents.css" : "style.css",
  globalStylesheets: [],
  head: `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">${agents ? NOT_INDEXED : ""}`,
  header: `<a class="nom-du-service" href="/">Signaux Faibles</a>${agents ? CONFIDENTIAL : ""}${fictitious ? FICTITIOUS : ""}`,
  footer: `Signaux Faibles, service public de détection des entreprises en difficulté · lot ${batch} · <a href="/donnees">D’où viennent ces chiffres ?</a>`,
  toc: { show: true, label: "Sommaire" },
  search: { index: searchedPages },
  pages: [
    ...(agents ? [{ name: "Entreprises signalées", path: "/agents/" }] : []),
    { name: "Secteurs", path: "/secteurs/" },
    {
      // No address of its own: a link inside a <summary> cannot be reached by assistive technologies.
      name: "Régions",
      open: false,
      pages: [
        { name: "Toutes les régions", path: "/regions/" },
        ...REGIONS_BY_NAME.map(({ nom, slug }) => ({ name: nom, path: `/regions/${slug}` })),
      ],
    },
    { name: "Départements", path: "/departements/" },
    { name: "Comparer", path: "/comparer" },
    // The open data it reads are on the public site alone.
    ...(agents ? [] : [{ name: "Explorer", path: "/explorer" }]),
    { name: "Le modèle", path: "/modele" },
    { name: "Données", path: "/donnees" },
    { name: "Contrôle des imports", path: "/imports" },
    { name: "Dictionnaire des données", path: "/dictionnaire" },
    { name: "Anomalies", path: "/anomalies/" },
  ],
  dynamicPaths: [
    ...REGIONS.map(({ slug }) => `/regions/${slug}`),
    ...UNLISTED_TITLES.map(([path]) => path),
    ...FAULT_CODES.map((code) => `/anomalies/${code}`),
    ...(agents ? ["/agents/", ...listedSirens(agents).map((siren) => `/agents/${siren}`)] : []),
  ],
  interpreters: { ".ts": ["node", "--import", "tsx"] },
  // Framework would fetch these two extensions of DuckDB-WASM, which no page uses.
  duckdb: { extensions: { json: null, parquet: null } },
};

import { footerContent } from "./cli/site/frame/footer.js";
import { headerContent } from "./cli/site/frame/header.js";
import { siteTheme } from "./cli/site/frame/theme.js";
import { agentsFolder, listedSirens } from "./src/data/agents.js";
import { NOTEBOOKS } from "./src/data/notebooks.js";
import { reportTitles, UNLISTED_TITLES } from "./src/data/pageTitles.js";
import { isScience } from "./src/data/science.js";
import { readTable } from "./src/data/tables.js";
import { colourSheet } from "./src/lib/colours.js";
import { FAULT_CODES } from "./src/lib/faults/faults.js";
import type { BatchTable } from "./src/lib/tables.js";

const { batch, asOf, fictitious } = readTable<BatchTable>("batch.json");

/** The pages of companies are in the site of entitled agents alone. */
const agents = agentsFolder();
/** The notebooks are in the site of data scientists alone. */
const science = isScience();
const isPublic = !agents && !science;
const theme = siteTheme();

/** For the search engines of an intranet. */
const NOT_INDEXED = `<meta name="robots" content="noindex, nofollow">`;

/** A watch mark, within the page: browsers ask for /favicon.ico otherwise. No « # », which would end the address. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="rgb(31,78,156)"/><path d="M8 9l8 15 8-15" fill="none" stroke="white" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Framework indexes the pages of the menu by itself. */
async function* searchedPages() {
  for (const [path, title] of [...UNLISTED_TITLES, ...reportTitles(asOf)])
    yield { path, title, text: title };
}

/** Observable Framework (1.13): one site, in French, that asks nothing of any other server. */
export default {
  root: "src",
  output: "dist/public",
  title: "Signaux Faibles — Vigie",
  home: "Accueil",
  style: agents ? "agents.css" : science ? "carnets.css" : "style.css",
  globalStylesheets: [],
  head: `<link rel="icon" href="data:image/svg+xml,${encodeURI(ICON)}"><style>${colourSheet()}</style>${isPublic ? "" : NOT_INDEXED}`,
  header: headerContent({ theme, agents: Boolean(agents), science, fictitious }),
  footer: footerContent(theme, batch),
  toc: { show: true, label: "Sommaire" },
  search: { index: searchedPages },
  pages: [
    ...(agents ? [{ name: "Entreprises signalées", path: "/agents/" }] : []),
    ...(science ? [{ name: "Carnets", pages: NOTEBOOKS }] : []),
    {
      name: "Situation des entreprises",
      pages: [
        { name: "Secteurs", path: "/secteurs/" },
        { name: "Régions", path: "/regions/" },
        { name: "Départements", path: "/departements/" },
        { name: "Entreprises signalées", path: "/signalees" },
        { name: "Après une procédure", path: "/procedures" },
        { name: "Comparer", path: "/comparer" },
        // The open data it reads are on the public site alone.
        ...(isPublic ? [{ name: "Explorer", path: "/explorer" }] : []),
      ],
    },
    {
      name: "Modèle",
      pages: [
        { name: "Comprendre le modèle", path: "/comprendre" },
        { name: "Simulateur", path: "/simulateur" },
        { name: "Le modèle", path: "/modele" },
        { name: "Ses performances", path: "/performance" },
        { name: "Son suivi", path: "/suivi" },
      ],
    },
    {
      name: "Service",
      pages: [
        { name: "Statistiques d’impact", path: "/stats/" },
        { name: "Place des Entreprises", path: "/stats/place-des-entreprises" },
        { name: "Budget", path: "/budget" },
        { name: "Partenaires", path: "/partenaires" },
        { name: "Rapports", path: "/rapports/" },
      ],
    },
    {
      name: "Données",
      pages: [
        { name: "Sources et définitions", path: "/donnees" },
        { name: "Contrôle des imports", path: "/imports" },
        { name: "Dictionnaire des données", path: "/dictionnaire" },
        { name: "Anomalies", path: "/anomalies/" },
      ],
    },
  ],
  dynamicPaths: [
    ...UNLISTED_TITLES.map(([path]) => path),
    ...reportTitles(asOf).map(([path]) => path),
    ...FAULT_CODES.map((code) => `/anomalies/${code}`),
    ...(agents ? ["/agents/", ...listedSirens(agents).map((siren) => `/agents/${siren}`)] : []),
  ],
  interpreters: { ".ts": ["node", "--import", "tsx"] },
  // Framework would fetch these two extensions of DuckDB-WASM, which no page uses.
  duckdb: { extensions: { json: null, parquet: null } },
};

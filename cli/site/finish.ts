import { VigieError } from "../../src/lib/error.js";
import { nonBreakingHtml } from "../../src/lib/format/typography.js";
import { type Dress, NEUTRAL, withFrame } from "./frame/frame.js";
import { policyMeta } from "./policy.js";

/** One change to the HTML that Framework writes: what it looks for must be there. */
interface Change {
  from: string | RegExp;
  to: string;
  /** Pages without a sidebar, a table of contents or a pager have no such thing. */
  optional?: true;
}

const CHANGES: readonly Change[] = [
  { from: "<html", to: '<html lang="fr"' },
  // What a page says is in its HTML: its scripts must not delay its first paint.
  {
    from: /<link rel="modulepreload"(?! fetchpriority)/g,
    to: '<link rel="modulepreload" fetchpriority="low"',
    optional: true,
  },
  // Zoom must stay possible: RGAA 4.1, criterion 10.4 (WCAG 2.1, 1.4.4).
  { from: ", initial-scale=1, maximum-scale=1", to: ", initial-scale=1" },
  { from: /<meta name="generator"[^>]*>\n/, to: "" },
  {
    from: '<main id="observablehq-main"',
    to: '<main role="main" id="observablehq-main" tabindex="-1"',
  },
  {
    from: 'type="checkbox" title="Toggle sidebar"',
    to: 'type="checkbox" title="Afficher ou masquer le menu" aria-label="Afficher le menu"',
    optional: true,
  },
  // A list holds items only: RGAA 4.1, criterion 9.3. The item must not become the label's origin.
  {
    from: /<label id="observablehq-sidebar-close"[^>]*><\/label>/,
    to: '<li style="position: static">$&</li>',
    optional: true,
  },
  {
    from: '<input type="search" placeholder="Search">',
    to: '<input type="search" placeholder="Rechercher" aria-label="Rechercher dans le site">',
    optional: true,
  },
  {
    from: '<div id="observablehq-search-results"',
    to: '<div id="observablehq-search-results" aria-live="polite"',
    optional: true,
  },
  {
    from: /(<aside id="observablehq-toc"[^>]*)>\n<nav>\n/,
    to: '$1 aria-label="Sommaire">\n<nav aria-label="Sommaire de la page">\n',
    optional: true,
  },
  // Framework leaves an empty landmark where a page has no second-level heading.
  { from: /<aside id="observablehq-toc"[^>]*>\n<nav><\/nav>\n<\/aside>\n/, to: "", optional: true },
  {
    from: '<div id="observablehq-footer">\n<nav>',
    to: '<div id="observablehq-footer">\n<nav aria-label="Pages précédente et suivante">',
    optional: true,
  },
];

/**
 * Finishes one page as Framework 1.13 writes it: frame, language, zoom, French labels and
 * spaces, names of
 * landmarks, no date of files, and a content security policy with the hashes of its own scripts and
 * the sources of `scripts` besides.
 * Same input, same bytes. Throws a VigieError when Framework's HTML is not the one expected.
 */
export function finishPage(
  html: string,
  path: string,
  dress: Dress = NEUTRAL,
  scripts: readonly string[] = [],
): string {
  let page = withFrame(withoutFileDates(html), path, dress);
  for (const { from, to, optional } of CHANGES) {
    const found = typeof from === "string" ? page.includes(from) : from.test(page);
    if (!found && !optional) throw unexpected(path, String(from));
    page = page.replace(from, to);
  }
  page = page.replace(/<body>[\s\S]*/, nonBreakingHtml);
  const charset = '<meta charset="utf-8">';
  if (!page.includes(charset)) throw unexpected(path, charset);
  return page.replace(charset, () => `${charset}\n${policyMeta(page, scripts)}`);
}

/** Dates of files would make two builds of the same data differ; no page shows them. */
export function withoutFileDates(code: string): string {
  return code.replaceAll(/"lastModified":\d+,/g, "");
}

/** Words that Framework's own scripts and styles put in front of readers. */
const WORDS: readonly [RegExp, string][] = [
  [/(?<=<div>)no results(?=<\/div>)/, "aucun résultat"],
  [/(?<=\{\w+\.length)\.toLocaleString\("en-US"\)(?=\} result)/, ""],
  [/(?<=\} )result(?=\$\{\w+\.length===1\?"":"s"\})/, "résultat"],
  [/Toggle sidebar (?=\$\{)/, "Afficher ou masquer le menu : "],
  [/Copy code/, "Copier le code"],
  [/Copied!/, "Copié"],
  [/Previous page/, "Page précédente"],
  [/Next page/, "Page suivante"],
];

/** Puts the words of Framework's client and styles in French. */
export function finishAsset(code: string): string {
  return WORDS.reduce((text, [from, to]) => text.replace(from, to), withoutFileDates(code));
}

function unexpected(path: string, sought: string): VigieError {
  return new VigieError(
    "unexpected-html",
    `${path} : le HTML d’Observable Framework n’a pas « ${sought} »`,
    "Comparez cli/site/finish.ts avec la version de Framework installée.",
  );
}

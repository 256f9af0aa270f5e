import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { finishAsset, finishPage } from "../../../cli/site/finish.js";

/** A page as Framework 1.13.4 writes it, shortened. */
const PAGE = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<title>Données | Vigie</title>
<script type="module">

registerFile("./a.json", {"name":"./a.json","path":"./_file/a.1.json","lastModified":1790812800000,"size":2});

</script>
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<label id="observablehq-sidebar-backdrop" for="observablehq-sidebar-toggle"></label>
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
    <li class="observablehq-link"><a href="./">Accueil</a></li>
  </ol>
  <div id="observablehq-search"><input type="search" placeholder="Search"></div>
  <div id="observablehq-search-results"></div>
  <script>{let search = 1}</script>
</nav>
<div id="observablehq-center">
<aside id="observablehq-toc" data-selector="h2[id]">
<nav>
<div>Sommaire</div>
</nav>
</aside>
<main id="observablehq-main" class="observablehq">
<h1 id="donnees" tabindex="-1">Données</h1>
</main>
<footer id="observablehq-footer">
<nav><a rel="prev" href="./modele"><span>Le modèle</span></a></nav>
</footer>
</div>
</body>
</html>
`;

const finished = finishPage(PAGE, "donnees.html");

test("the page says that it is in French and lets the reader zoom", () => {
  expect(finished).toContain('<html lang="fr">');
  expect(finished).toContain('content="width=device-width, initial-scale=1"');
});

test("no date and no version of a tool is published", () => {
  expect(finished).not.toMatch(/lastModified|generator|1\.13\.4/);
  expect(finished).toContain('"path":"./_file/a.1.json","size":2');
});

test("every landmark and control has a name in French", () => {
  expect(finished.match(/<(?:nav|aside)[^>]*>/g)).toEqual([
    '<nav class="vigie-container" aria-label="Accès rapide">',
    '<nav id="menu" class="vigie-sidemenu" aria-label="Menu principal">',
    '<aside id="observablehq-toc" data-selector="h2[id]" aria-label="Sommaire">',
    '<nav aria-label="Sommaire de la page">',
    '<nav aria-label="Pages précédente et suivante">',
  ]);
  expect(finished).toContain('placeholder="Rechercher" aria-label="Rechercher dans le site"');
  expect(finished).not.toMatch(/Toggle|Search/);
});

test("the first thing in the page is a link to its content, which can take the focus", () => {
  const body = finished.slice(finished.indexOf("<body>"));
  expect(/<a [^>]*href="([^"]*)"/.exec(body)![1]).toBe("#observablehq-main");
  expect(finished).toContain('<main role="main" id="observablehq-main" tabindex="-1"');
});

test("lists hold items only", () => {
  expect(finished).toMatch(/<ol>\s*<li[^>]*><label id="observablehq-sidebar-close"/);
});

test("the policy allows the scripts of the page as published, by their hashes, and no other", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(finished)![1]!;
  const scripts = [...finished.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(
    ([, code]) => `'sha256-${createHash("sha256").update(code!).digest("base64")}'`,
  );
  expect(hashes).toHaveLength(2);
  expect(policy).toContain(`script-src 'self' ${hashes.join(" ")};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(finished.indexOf("Content-Security-Policy")).toBeLessThan(finished.indexOf("<script"));
});

test("a page without sidebar, summary or pager is finished too", () => {
  const bare = PAGE.replace(/<input[\s\S]*?<\/nav>\n(?=<div)/, "")
    .replace(/<aside[\s\S]*<\/aside>\n/, "")
    .replace(/<footer[\s\S]*<\/footer>\n/, "");
  expect(finishPage(bare, "nu.html")).toContain('<html lang="fr">');
});

test("an HTML that is not Framework's is refused by name rather than published half finished", () => {
  expect(() => finishPage("<html><head></head></html>", "a.html")).toThrow(/a\.html/);
});

test("the words of Framework's client are put in French", () => {
  const count = "r.length";
  const search = (none: string, plural: string) =>
    `r.length===0?"<div>${none}</div>":\`<div>\${${plural}\${${count}===1?"":"s"}</div>\``;
  expect(finishAsset(search("no results", 'r.length.toLocaleString("en-US")} result'))).toBe(
    search("aucun résultat", "r.length} résultat"),
  );
  expect(finishAsset('a::before{content:"Previous page"}b::before{content:"Next page"}')).toBe(
    'a::before{content:"Page précédente"}b::before{content:"Page suivante"}',
  );
});

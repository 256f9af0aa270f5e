import { expect, test } from "vitest";
import { footerContent } from "../../../../cli/site/frame/footer.js";
import { withFrame } from "../../../../cli/site/frame/frame.js";
import { headerContent } from "../../../../cli/site/frame/header.js";
import { siteTheme, type Theme } from "../../../../cli/site/frame/theme.js";

/** A page as Framework writes it, with the header and footer of the configuration. */
function framed(theme: Theme): string {
  const header = headerContent({ theme, agents: false, science: false, fictitious: true });
  const page = `<html>
<head>
<link rel="stylesheet" href="../a.css">
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox">
<label id="observablehq-sidebar-backdrop"></label>
<nav id="observablehq-sidebar">
<ol><li class="observablehq-link observablehq-link-active"><a href="./">Accueil</a></li></ol>
</nav>
<div id="observablehq-center">
<header id="observablehq-header">
${header}
</header>
<main id="observablehq-main" class="observablehq"><h1>Prix en $&</h1></main>
<footer id="observablehq-footer">
<nav><a rel="next" href="./b"><span>B</span></a></nav>
<div>${footerContent(theme, "2610")}</div>
</footer>
</div>
</body>
</html>`;
  const sheet = theme === "etat" ? { sheet: "_etat/0/etat.css" } : {};
  return withFrame(page, "regions/bretagne.html", { theme, ...sheet });
}

/** Elements and their roles in order, without what a theme may change. */
const structure = (html: string): string[] =>
  [...html.matchAll(/<\/?([a-z]\w*)[^>]*?(?: role="(\w+)")?/g)]
    .map(([tag]) => tag.replace(/ class="[^"]*"/, "").replace(/ data-fr-scheme="\w+"/, ""))
    .filter((tag) => !/^<\/?(?:link|svg|rect|path|br)\b/.test(tag));

test("both themes have the same elements, landmarks and headings, in the same order", () => {
  expect(structure(framed("etat"))).toEqual(structure(framed("neutre")));
});

test("the page starts with links to the content, the menu and the footer, which exist", () => {
  for (const theme of ["neutre", "etat"] as const) {
    const page = framed(theme);
    const body = page.slice(page.indexOf("<body>"));
    const anchors = [...body.matchAll(/href="#([\w-]+)"/g)].slice(0, 3).map(([, id]) => id!);
    expect(body).toMatch(
      /^<body>\n<div class="\w+-skiplinks"><nav [^>]*aria-label="Accès rapide">/,
    );
    for (const id of anchors) expect(body).toContain(`id="${id}"`);
  }
});

test("header, menu, content and footer follow one another, none within another", () => {
  const page = framed("neutre");
  const at = (sought: string) => page.indexOf(sought);
  const order = [
    "<header",
    "</header>",
    'id="observablehq-sidebar"',
    "<main",
    "</main>",
    "<footer",
  ];
  expect(order.map(at)).toEqual(order.map(at).sort((a, b) => a - b));
  expect(page.match(/<header|<footer/g)).toEqual(["<header", "<footer"]);
  expect(page).toContain("Prix en $&");
});

test("the active page is said to assistive technologies", () => {
  expect(framed("neutre")).toContain('aria-current="page" href="./">Accueil');
});

test("the footer leads to the compulsory sites, in order, in a new window that is announced", () => {
  const links = [...framed("etat").matchAll(/<a class="fr-footer__content-link"[^>]*>/g)];
  expect(links.map(([link]) => /title="([^"]*)"/.exec(link)![1])).toEqual(
    ["info.gouv.fr", "service-public.gouv.fr", "legifrance.gouv.fr", "data.gouv.fr"].map(
      (name) => `${name} – nouvelle fenêtre`,
    ),
  );
  for (const [link] of links) expect(link).toContain('target="_blank"');
});

test("only the State’s theme bears the brand block of the Republic", () => {
  expect(framed("etat")).toContain('class="fr-header__brand"');
  expect(framed("etat")).toContain("République<br>Française");
  expect(framed("etat")).toContain('href="../_etat/0/etat.css"');
  expect(framed("neutre")).not.toMatch(/République|class="fr-|_etat/);
});

test("a theme that does not exist is refused by name", () => {
  expect(siteTheme("")).toBe("neutre");
  expect(siteTheme("etat")).toBe("etat");
  expect(() => siteTheme("bleu")).toThrow(/« bleu »/);
});

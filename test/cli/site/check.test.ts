import { describe, expect, test } from "vitest";
import { checkSite } from "../../../cli/site/check.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const page = (body: string, { head = "", html = '<html lang="fr">' } = {}): string =>
  `<!DOCTYPE html>${html}<head><meta charset="utf-8"><title>Titre</title>${head}</head><body>${body}</body></html>`;

const SITE = {
  "index.html": page(
    '<h1>Accueil</h1><a href="./secteurs#dette">Dette</a><a href="regions/">R</a>',
  ),
  "secteurs.html": page('<h1>Secteurs</h1><h2 id="dette">Dette</h2><a href="./">Accueil</a>', {
    head: '<link rel="stylesheet" href="./a.css"><script type="module">import("./a.js")</script>',
  }),
  "regions/index.html": page('<h1>Régions</h1><a href="../secteurs">Secteurs</a>'),
  "a.css": "body{background:url(data:image/png;base64,AA==)}",
  "a.js": "export const a = 1;",
  "_file/data/a.1a2b3c4d.json": '{"a":[1,"s",null]}',
};

async function problemsOf(
  changes: Record<string, string>,
  sirens?: readonly string[],
): Promise<unknown> {
  try {
    await checkSite(temporaryFolder({ ...SITE, ...changes }), sirens);
  } catch (error) {
    return (error as { details: unknown }).details;
  }
  return [];
}

test("a sound site passes", async () => {
  expect(await problemsOf({})).toEqual([]);
});

test.each([
  ["a link to no page", '<a href="./secteur">S</a>', "lien sans page ./secteur"],
  ["a link to no anchor", '<a href="secteurs#ap">S</a>', "lien sans ancre secteurs#ap"],
  ["an absent image", '<img src="carte.png">', "fichier absent carte.png"],
  [
    "a script from elsewhere",
    '<script src="https://cdn.example/x.js"></script>',
    "adresse extérieure https://cdn.example/x.js",
  ],
  [
    "a font from elsewhere",
    '<link href="//fonts.example/a.css">',
    "adresse extérieure //fonts.example/a.css",
  ],
  ["an absent module", '<script type="module">import "./b.js"</script>', "fichier absent ./b.js"],
])("%s is found", async (_, body, problem) => {
  const changes = { "index.html": page(`<h1>Accueil</h1>${body}`) };
  expect(await problemsOf(changes)).toEqual([`index.html : ${problem}`]);
});

test("a link to a public site elsewhere is not a problem", async () => {
  const body = '<h1>Accueil</h1><a href="https://www.insee.fr/">Insee</a>';
  expect(await problemsOf({ "index.html": page(body) })).toEqual([]);
});

test.each([
  ["two h1", page("<h1>A</h1><h1>B</h1>"), "2 titres h1 au lieu d’un"],
  ["no language", page("<h1>A</h1>", { html: "<html>" }), "langue « null » au lieu de fr"],
])("%s is found", async (_, html, problem) => {
  expect(await problemsOf({ "index.html": html })).toEqual([`index.html : ${problem}`]);
});

test.each([
  ["cut short", '{"a":[1,', "JSON illisible ou incomplet"],
  ["empty", "{}", "JSON vide"],
])("a table %s is found", async (_, json, problem) => {
  expect(await problemsOf({ "_file/a.json": json })).toEqual([`_file/a.json : ${problem}`]);
});

test("a style that calls another server is found", async () => {
  const css = '@import "https://fonts.example/a.css";';
  expect(await problemsOf({ "a.css": css })).toEqual([
    "a.css : adresse extérieure https://fonts.example/a.css",
  ]);
});

test("every problem is in the message, and the error names a remedy", async () => {
  const folder = temporaryFolder({ ...SITE, "vide.txt": "", "b.json": "[]" });
  await expect(checkSite(folder)).rejects.toMatchObject({
    code: "unfit-site",
    message: expect.stringMatching(/b\.json : JSON vide[\s\S]*vide\.txt : fichier vide/),
  });
});

describe("a site of agents", () => {
  const changes = {
    "agents/005520135.html": page("<h1>Société 005520135</h1><p>00552013500018</p>"),
    "minisearch.json": '{"title":"Société (005520135)"}',
  };

  test("may name the companies it lists, and their establishments", async () => {
    expect(await problemsOf(changes, ["005520135"])).toEqual([]);
  });

  test("may name no other, in a page, in the search index or by the name of a file", async () => {
    expect(await problemsOf(changes, ["300000007"])).toEqual([
      "agents/005520135.html : nommé 005520135",
      "agents/005520135.html : identifiant 005520135",
      "agents/005520135.html : identifiant 00552013500018",
      "minisearch.json : identifiant 005520135",
    ]);
  });
});

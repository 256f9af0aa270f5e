import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../cli/site/files.js";

/**
 * What DashLord checks of every State service (`SocialGouv/dashlord-actions`), on the built site; the
 * class of the design system is checked where that theme is built, in `test/cli/site/build.test.ts`.
 */
const folder = inject("siteFolder");
const files = await listFiles(folder);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const words = (file: string): string =>
  parseHTML(read(file)).document.querySelector("main")?.textContent?.toLowerCase() ?? "";

/** Share of the letters of two words that do not have to change (Levenshtein). */
function likeness(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length);
}

test.each(["stats/index.html", "budget.html"])("%s is there", (file) => {
  expect(files.concat(files.map((name) => name.replace("/index", "")))).toContain(
    file.replace("/index", ""),
  );
});

test("every page links to the declaration by the words of the law", () => {
  const mentions = ["non", "partiellement", "totalement"].map(
    (state) => `accessibilité : ${state} conforme`,
  );
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const links = [...read(file).matchAll(/<a [^>]*href="[^"]*accessibilite"[^>]*>([^<]*)<\/a>/g)];
    const best = Math.max(
      ...links.flatMap(([, text]) => mentions.map((one) => likeness(text!.toLowerCase(), one))),
    );
    expect(best, file).toBeGreaterThan(0.9);
  }
});

describe("declaration-rgpd", () => {
  test.each([
    ["mentions-legales.html", /directeur|directrice/, /publication/, /hébergeur/, /éditeur/],
    ["donnees-personnelles.html", /@/, /finalité/, /durée de conservation/, /sous-traitant/],
  ])("%s says what the law wants", (file, ...sought) => {
    for (const one of sought) expect(words(file)).toMatch(one);
  });
});

test("the declaration of accessibility has its compulsory parts, in order (RGAA)", () => {
  const headings = [...read("accessibilite.html").matchAll(/<h[23][^>]*>([\s\S]*?)<\/h[23]>/g)].map(
    ([, inside]) => inside!.replace(/<[^>]*>/g, "").trim(),
  );
  expect(headings).toEqual([
    "Engagement",
    "État de conformité",
    "Résultat des tests",
    "Contenus non accessibles",
    "Non-conformités",
    "Dérogations pour charge disproportionnée",
    "Contenus non soumis à l’obligation d’accessibilité",
    "Établissement de cette déclaration",
    "Technologies utilisées pour la réalisation du site",
    "Environnement de test",
    "Outils pour évaluer l’accessibilité",
    "Pages du site ayant fait l’objet de la vérification de conformité",
    "Retour d’information et contact",
    "Voies de recours",
  ]);
  expect(words("accessibilite.html")).toContain("libre réponse 71120, 75342 paris cedex 07");
});

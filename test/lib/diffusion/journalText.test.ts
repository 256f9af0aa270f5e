import { expect, test } from "vitest";
import type { Journal } from "../../../src/lib/diffusion/journal.js";
import { journalText } from "../../../src/lib/diffusion/journalText.js";

const NOTHING = {
  nouvelles: 0,
  retirees: 0,
  revisees: 0,
  plus_forte_revision: null,
  devenues_secretes: 0,
  devenues_publiees: 0,
};

const JOURNAL: Journal = {
  lot: "2610",
  precedent: "2609",
  donnees_fictives: true,
  series: [
    {
      indicateur: "effectif",
      etat: "suivi",
      definition_changee: true,
      revisions: { ...NOTHING, nouvelles: 1200, revisees: 1, plus_forte_revision: 0.125 },
    },
    { indicateur: "entreprises", etat: "suivi", definition_changee: false, revisions: NOTHING },
    { indicateur: "part_en_dette", etat: "nouveau", definition_changee: false, revisions: null },
  ],
  abandonnes: ["ancien"],
  definitions: {},
};

test("the journal says what changed in each series, and that the data are invented", () => {
  const text = journalText(JOURNAL).replaceAll(/[\u00a0\u202f]/g, " ");
  expect(text).toBe(`# Données fictives — Journal des révisions du lot 2610

Ce qui a changé depuis le lot 2609, toutes périodes confondues.

## Effectif salarié

- **définition changée** : les valeurs ne se comparent plus
- 1 200 nouvelles cases
- 1 valeur révisée, de 12,5 % au plus

## Entreprises suivies

- rien n’a changé

## Nouveaux indicateurs

- Part des entreprises en dette auprès de l’Urssaf

## Indicateurs qui ne sont plus diffusés

- ancien
`);
});

test("the first batch has nothing to revise", () => {
  const first = { ...JOURNAL, precedent: null, abandonnes: [], donnees_fictives: false };
  expect(journalText(first)).toBe(
    "# Journal des révisions du lot 2610\n\nPremier lot diffusé : aucune révision à signaler.\n",
  );
});

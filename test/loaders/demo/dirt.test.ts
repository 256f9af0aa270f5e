import { expect, it } from "vitest";
import { LAYOUTS, type SourceName } from "../../../loaders/sources/layouts.js";
import { economy, linesOf } from "./economy.js";

it("counts the faults it makes and leaves every other line as it was", async () => {
  const clean = await economy();
  const dirty = await economy({ dirt: 0.02 });
  let changed = 0;
  for (const source of Object.keys(LAYOUTS) as SourceName[]) {
    const known = new Set(await linesOf(clean, source));
    changed += (await linesOf(dirty, source)).filter((line) => !known.has(line)).length;
  }
  const counted = Object.values(dirty.faults).reduce((sum, n) => sum + n, 0);
  expect(changed).toBe(counted);
  const rows = clean.files.reduce((sum, file) => sum + file.rows, 0);
  expect(counted / rows).toBeGreaterThan(0.015);
  expect(counted / rows).toBeLessThan(0.025);
});

it("makes every kind of fault, and none when not asked", async () => {
  const { faults } = await economy({ dirt: 0.2, companies: 150 });
  expect(Object.keys(faults).sort()).toEqual([
    "cellules_en_trop",
    "code_hors_liste",
    "compte_inconnu",
    "date_fin_avec_heure",
    "date_impossible",
    "ligne_tronquee",
    "ligne_vide",
    "siret_incorrect",
    "texte_dans_un_montant",
  ]);
  expect((await economy()).faults).toEqual({});
});

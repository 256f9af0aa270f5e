import { beforeAll, describe, expect, test } from "vitest";
import { readClosures } from "../../../cli/dev/closures.js";
import { type Closures, impactOf } from "../../../cli/dev/impact.js";
import { ROOT } from "../../../cli/flow/runner.js";

let closures: Closures;
beforeAll(async () => {
  closures = await readClosures(ROOT, "combinaison");
});

const FROM_FEATURES = ["features", "fit", "evaluate", "score", "list", "tables", "workspace"];

describe("a changed file asks for what is made of it and what reads that, and nothing more", () => {
  test.each([
    ["a source schema", "loaders/sources/debit.ts", "ingest", true],
    ["a feature", "models/features/debt.ts", "features", true],
    ["a specification", "models/specs/combinaison.ts", "fit", true],
    ["one it falls back on", "models/specs/reduit.ts", "fit", true],
    ["a table", "loaders/tables/tables.ts", "tables", true],
  ])("%s", (_what, file, first, places) => {
    const impact = impactOf([file], closures);
    expect(impact.steps[0]).toBe(first);
    expect(impact).toMatchObject({ places, restarts: false });
  });

  test("a specification leaves the features alone, a table all that comes before", () => {
    expect(impactOf(["models/specs/reduit.ts"], closures).steps).toEqual(FROM_FEATURES.slice(1));
    expect(impactOf(["loaders/tables/tables.ts"], closures).steps).toEqual(["tables"]);
    expect(impactOf(["models/features/debt.ts"], closures).steps).toEqual(
      expect.arrayContaining(FROM_FEATURES),
    );
  });

  test("a page or a component runs no step", () => {
    const files = ["src/modele.md", "src/components/figure.ts", "src/style.css"];
    expect(impactOf(files, closures)).toEqual({ steps: [], places: false, restarts: false });
  });

  test("what reads the tables for the pages puts them in place again without any step", () => {
    expect(impactOf(["src/data/totals.ts"], closures)).toMatchObject({ steps: [], places: true });
  });

  test("the settings of the site start the preview again", () => {
    expect(impactOf(["observablehq.config.ts"], closures)).toEqual({
      steps: [],
      places: false,
      restarts: true,
    });
  });
});

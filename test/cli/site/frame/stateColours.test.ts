import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { REPOSITORY } from "../../../../cli/site/repository.js";
import { COLOURS, type ColourName, TEXT_COLOURS } from "../../../../src/lib/colours.js";
import { contrast, GRAPHICS, WORDS } from "../../../fixtures/contrast.js";

const DSFR = join(REPOSITORY, "node_modules/@gouvfr/dsfr/dist");
const INSTALLED = existsSync(DSFR);

/** Values of the custom properties of the design system, as its sheets declare them. */
function properties(file: string): Map<string, string> {
  const css = INSTALLED ? readFileSync(join(DSFR, file), "utf8") : "";
  return new Map(
    [...css.matchAll(/--([\w-]+):([^;}]+)/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = properties("core/core.main.min.css");
const SCHEMES = { light, dark: new Map([...light, ...properties("scheme/scheme.min.css")]) };

/** Colour a property ends on. */
function colourOf(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name) ?? "";
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other ? colourOf(values, other) : value;
}

describe.skipIf(!INSTALLED).each(["light", "dark"] as const)(
  "under the State’s theme, %s (skipped: @gouvfr/dsfr absent)",
  (scheme) => {
    const of = (name: string): string => colourOf(SCHEMES[scheme], name);
    const grounds = ["background-default-grey", "background-alt-grey"];

    test.each(["text-default-grey", "text-title-grey", "text-mention-grey"])(
      "%s is read on every ground",
      (name) => {
        for (const ground of [...grounds, "background-contrast-grey"]) {
          expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(WORDS);
        }
      },
    );

    test("links and warnings are read", () => {
      for (const ground of grounds) {
        expect(
          contrast(of("text-action-high-blue-france"), of(ground)),
          ground,
        ).toBeGreaterThanOrEqual(WORDS);
      }
      const [ink, ground] = ["text-default-warning", "background-contrast-warning"].map(of);
      expect(contrast(ink!, ground!)).toBeGreaterThanOrEqual(WORDS);
    });

    test.each(Object.keys(COLOURS) as ColourName[])("%s is seen in charts", (name) => {
      const least = TEXT_COLOURS.includes(name) ? WORDS : GRAPHICS;
      expect(contrast(COLOURS[name][scheme], of(grounds[0]!))).toBeGreaterThanOrEqual(least);
      // Key figures, whose ground is the alternate one, hold words and no chart.
      if (least === WORDS) {
        expect(contrast(COLOURS[name][scheme], of(grounds[1]!))).toBeGreaterThanOrEqual(WORDS);
      }
    });
  },
);

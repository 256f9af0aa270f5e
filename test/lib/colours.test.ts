import { describe, expect, it } from "vitest";
import {
  BACKGROUND,
  COLOURS,
  type ColourName,
  colourSheet,
  SEQUENTIAL,
  TEXT_COLOURS,
} from "../../src/lib/colours.js";
import { contrast, GRAPHICS, WORDS } from "../fixtures/contrast.js";

describe.each(["light", "dark"] as const)("on the %s background", (scheme) => {
  it.each(Object.keys(COLOURS) as ColourName[])("%s keeps 3:1 (RGAA 3.3)", (name) => {
    expect(contrast(COLOURS[name][scheme], BACKGROUND[scheme])).toBeGreaterThanOrEqual(GRAPHICS);
  });

  it.each(TEXT_COLOURS)("%s keeps 4.5:1, for words (RGAA 3.2)", (name) => {
    expect(contrast(COLOURS[name][scheme], BACKGROUND[scheme])).toBeGreaterThanOrEqual(WORDS);
  });

  it("the sequential scale moves away from the background at every step", () => {
    const ratios = SEQUENTIAL.map((shade) => contrast(shade[scheme], BACKGROUND[scheme]));
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
  });
});

it("prints in the light colours whatever the screen", () => {
  expect(colourSheet()).toMatch(/^:root\{[^}]*#ffffff.*@media screen and/);
});

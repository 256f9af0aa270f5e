import { describe, expect, it } from "vitest";
import {
  BACKGROUND,
  COLOURS,
  type ColourName,
  colourSheet,
  SEQUENTIAL,
  TEXT_COLOURS,
} from "../../src/lib/colours.js";

/** Relative luminance and contrast ratio of WCAG 2.1, § 1.4.3. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(["light", "dark"] as const)("on the %s background", (scheme) => {
  it.each(Object.keys(COLOURS) as ColourName[])("%s keeps 3:1 (RGAA 3.3)", (name) => {
    expect(contrast(COLOURS[name][scheme], BACKGROUND[scheme])).toBeGreaterThanOrEqual(3);
  });

  it.each(TEXT_COLOURS)("%s keeps 4.5:1, for words (RGAA 3.2)", (name) => {
    expect(contrast(COLOURS[name][scheme], BACKGROUND[scheme])).toBeGreaterThanOrEqual(4.5);
  });

  it("the sequential scale moves away from the background at every step", () => {
    const ratios = SEQUENTIAL.map((shade) => contrast(shade[scheme], BACKGROUND[scheme]));
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
  });
});

it("prints in the light colours whatever the screen", () => {
  expect(colourSheet()).toMatch(/^:root\{[^}]*#ffffff.*@media screen and/);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COLOURS, type ColourName, TEXT_COLOURS } from "../../src/lib/colours.js";
import { contrast, GRAPHICS, WORDS } from "../fixtures/contrast.js";

const sheet = (name: string): string =>
  readFileSync(new URL(`../../src/${name}`, import.meta.url), "utf8");

const style = sheet("style.css");
const [lightBlock, darkBlock] = [...style.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) => body!);

/** Custom properties of a block that are colours. */
const colours = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );

const SCHEMES = {
  light: colours(lightBlock!),
  dark: { ...colours(lightBlock!), ...colours(darkBlock!) },
} as const;

describe.each(["light", "dark"] as const)("on the %s theme", (scheme) => {
  const theme = SCHEMES[scheme];
  const grounds = [theme["theme-background"]!, theme["theme-background-alt"]!];

  test.each([
    "theme-foreground",
    "theme-foreground-alt",
    "theme-foreground-muted",
    "theme-foreground-faint",
    "theme-foreground-focus",
  ])("%s is read on both grounds", (name) => {
    for (const ground of grounds) {
      expect(contrast(theme[name]!, ground)).toBeGreaterThanOrEqual(WORDS);
    }
  });

  test.each(TEXT_COLOURS)("%s is read on key figures", (name) => {
    for (const ground of grounds) {
      expect(contrast(COLOURS[name][scheme], ground)).toBeGreaterThanOrEqual(WORDS);
    }
  });

  test.each(Object.keys(COLOURS) as ColourName[])("%s is seen on key figures", (name) => {
    expect(contrast(COLOURS[name][scheme], grounds[1]!)).toBeGreaterThanOrEqual(GRAPHICS);
  });
});

test.each(["style.css", "frame.css", "agents.css"])(
  "where %s gives words a colour and a ground, they are read",
  (name) => {
    const rules = [...sheet(name).matchAll(/([^{}]+)\{([^{}]*)\}/g)];
    for (const [, selector, body] of rules) {
      const ink = /(?:^|\s)color: (#[\da-f]{3,6});/.exec(body!)?.[1];
      const ground = /background(?:-color)?: (#[\da-f]{3,6});/.exec(body!)?.[1];
      if (ink && ground) {
        expect(contrast(ink, ground), selector!.trim()).toBeGreaterThanOrEqual(WORDS);
      }
    }
  },
);

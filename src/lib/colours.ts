/**
 * Colours by meaning, one pair each: on the light background and on the dark one. Every one keeps
 * at least 3:1 on its background (RGAA 3.3), those of {@link TEXT_COLOURS} 4.5:1 (RGAA 3.2); the
 * tests compute it. Hues were chosen apart in lightness too, so that print and colour-blind
 * readers tell them; a level is always also a shape and a word.
 */
export interface Shade {
  light: string;
  dark: string;
}

export const BACKGROUND: Shade = { light: "#ffffff", dark: "#16181d" };

export const COLOURS = {
  /** What the page is about, in a chart. */
  subject: { light: "#1f4e9c", dark: "#8fb4f5" },
  /** What the subject is compared with. */
  comparison: { light: "#a84a00", dark: "#f0a35e" },
  /** The rest, behind. */
  context: { light: "#8b8f97", dark: "#7c828d" },
  fort: { light: "#b3261e", dark: "#ff8f85" },
  modere: { light: "#a05a00", dark: "#f0b35a" },
  aucun: { light: "#4d5663", dark: "#a9b1bd" },
  debt: { light: "#8a3ffc", dark: "#c3a0ff" },
  shortTime: { light: "#00707c", dark: "#5cc9d3" },
  headcount: { light: "#1f4e9c", dark: "#8fb4f5" },
  finances: { light: "#2c7a3f", dark: "#79cf8d" },
  delays: { light: "#a8327a", dark: "#f08fc6" },
  favourable: { light: "#1f6f37", dark: "#79cf8d" },
  unfavourable: { light: "#b3261e", dark: "#ff8f85" },
} as const satisfies Record<string, Shade>;

export type ColourName = keyof typeof COLOURS;

/** Colours also used for words. */
export const TEXT_COLOURS: readonly ColourName[] = [
  "subject",
  "comparison",
  "fort",
  "modere",
  "aucun",
  "favourable",
  "unfavourable",
];

/** From low to high, one hue of growing contrast; areas carry an outline in `context`. */
export const SEQUENTIAL: readonly Shade[] = [
  { light: "#dbe7fa", dark: "#22324f" },
  { light: "#a9c6f0", dark: "#33507f" },
  { light: "#6b98dd", dark: "#4d78bb" },
  { light: "#3566b8", dark: "#7ba6e8" },
  { light: "#12346f", dark: "#c5dbff" },
];

/** Colour of a meaning, to write in a style or an SVG attribute. */
export function colour(name: ColourName): string {
  return `var(--vigie-${name})`;
}

/** Colour of a class of the sequential scale, from 0. */
export function sequentialColour(index: number): string {
  return `var(--vigie-sequential-${index})`;
}

/** Style sheet that gives the variables their values; print takes the light ones. */
export function colourSheet(): string {
  return `:root{${declarations("light")}}@media screen and (prefers-color-scheme:dark){:root{${declarations("dark")}}}`;
}

function declarations(scheme: keyof Shade): string {
  const meanings = Object.entries(COLOURS).map(
    ([name, shade]) => `--vigie-${name}:${shade[scheme]}`,
  );
  const scale = SEQUENTIAL.map((shade, index) => `--vigie-sequential-${index}:${shade[scheme]}`);
  return [`--vigie-background:${BACKGROUND[scheme]}`, ...meanings, ...scale].join(";");
}

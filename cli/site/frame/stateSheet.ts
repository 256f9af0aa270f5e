import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { VigieError } from "../../../src/lib/error.js";
import { REPOSITORY } from "../repository.js";

const DSFR = join(REPOSITORY, "node_modules", "@gouvfr", "dsfr", "dist");
const OVERRIDES = join(REPOSITORY, "cli", "site", "frame", "etat.css");

/** What the frame uses of the design system, in its order; the whole of it weighs four times more. */
const COMPONENTS = ["link", "logo", "skiplink", "sidemenu", "notice", "header", "footer"];
const SHEETS = [
  "core/core.main.min.css",
  "scheme/scheme.min.css",
  ...COMPONENTS.map((name) => `component/${name}/${name}.main.min.css`),
];

/** Weights in use: text, and headings or emphasis. */
const FONTS = /\/Marianne-(Regular|Bold)\.woff2$/;

const FONT_FACE = /@font-face\{[^}]*\}/g;
/** A rule of the dark theme, where it stands alone: lists of selectors are for forced colours. */
const DARK_RULE = /(?<=[{}/])(?::root)?\[data-fr-theme=dark\]([^{},]*)(\{[^{}]*\})/g;
const COLOUR = /(--[\w-]+):(?:#[\da-f]+|rgba?\([^)]*\)|var\(--[\w-]+\))(?:;|(?=\}))/g;
const ADDRESS = /url\((?:\.\.\/)+((?:icons|fonts)\/[^)]+)\)/g;

/** Folder of the sheet, its fonts and icons in the site. */
const FOLDER = "_etat";

/**
 * Publishes the part of the State’s design system that the site uses, from the site itself: style
 * sheet, two fonts, icons. Returns the address of the sheet in the site.
 *
 * @throws VigieError `missing-dsfr` when `@gouvfr/dsfr` is not installed.
 */
export async function publishStateSheet(site: string, dsfr = DSFR): Promise<string> {
  if (!existsSync(join(dsfr, SHEETS[0]!))) throw missing(dsfr);
  const parts = await Promise.all(SHEETS.map((name) => readFile(join(dsfr, name), "utf8")));
  const css = stateSheet(parts, await readFile(OVERRIDES, "utf8"));
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 8);
  // Fonts and icons keep their names: their folder has the hash.
  const folder = `${FOLDER}/${hash}`;
  for (const [, source] of css.matchAll(/url\((?!data)[^)]*?((?:icons|fonts)\/[^)]+)\)/g)) {
    const target = join(site, folder, source!);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await readFile(join(dsfr, source!)));
  }
  await writeFile(join(site, folder, "etat.css"), css);
  return `${folder}/etat.css`;
}

/**
 * One sheet from those of the design system and our own: fonts in use only, dark when the reader’s
 * system is (its scripts are not shipped), no colour that nothing names.
 */
export function stateSheet(parts: readonly string[], overrides: string): string {
  const joined = parts
    .join("\n")
    .replace(FONT_FACE, usedFont)
    .replace(DARK_RULE, (_, selector: string, body: string) => {
      const rule = `${selector.trim() || ":root:root"}${body}`;
      return `@media screen and (prefers-color-scheme:dark){${rule}}`;
    })
    .replace(ADDRESS, "url($1)");
  return withoutUnusedColours(`${joined}\n${overrides}`);
}

function usedFont(face: string): string {
  const woff2 = /url\(([^)]*)\) format\("woff2"\)/.exec(face)?.[1] ?? "";
  if (!FONTS.test(woff2)) return "";
  return face.replace(/src:[^}]*/, `src:url(${woff2}) format("woff2")`);
}

/** A colour may be named by another: what is left unnamed goes, until nothing does. */
function withoutUnusedColours(css: string): string {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!));
  const kept = css.replace(COLOUR, (all, name: string) => (used.has(name) ? all : ""));
  return kept === css ? css : withoutUnusedColours(kept);
}

function missing(dsfr: string): VigieError {
  return new VigieError(
    "missing-dsfr",
    `le thème « etat » demande le paquet @gouvfr/dsfr, absent de ${basename(dirname(dirname(dirname(dsfr))))}`,
    "Lancez « npm install » (c’est une dépendance facultative), ou retirez VIGIE_THEME.",
    2,
  );
}

import { Script } from "node:vm";
import { queryRows, withDuckDB } from "../../loaders/duckdb.js";
import { closest } from "../../src/lib/closest.js";
import { VigieError } from "../../src/lib/error.js";

/** Lines that hold a name, an import among them, then stay within the 100 columns of the format. */
export const LONGEST = 36;

const STYLES = {
  snake: {
    shape: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
    rule: "minuscules sans accent, chiffres et « _ » entre les mots, une lettre d’abord",
    separator: "_",
  },
  kebab: {
    shape: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    rule: "minuscules sans accent, chiffres et « - » entre les mots, une lettre d’abord",
    separator: "-",
  },
} as const;

export type Style = keyof typeof STYLES;

/**
 * Throws a usage VigieError on a name that is not written as its kind asks, that SQL or TypeScript
 * keeps for itself, or that exists.
 */
export async function checkName(
  name: string,
  style: Style,
  taken: readonly string[],
  label: string,
): Promise<void> {
  const { shape, rule } = STYLES[style];
  if (!shape.test(name) || name.length < 3 || name.length > LONGEST)
    throw new VigieError(
      "bad-name",
      `« ${name} » n’est pas un nom : ${rule}, de 3 à ${LONGEST} caractères`,
      `Essayez « ${proposal(name, style)} ».`,
      2,
    );
  if (taken.includes(name))
    throw new VigieError(
      "name-taken",
      `« ${name} » existe déjà : rien n’a été écrit`,
      `Choisissez un autre nom pour ${label}. Le plus proche, à ne pas confondre : « ${neighbour(name, taken)} ».`,
      2,
    );
  if (style === "snake" && (isKeyword(name) || (await isReserved(name))))
    throw new VigieError(
      "reserved-name",
      `« ${name} » est un mot réservé de SQL ou de TypeScript`,
      `Précisez-le : « ${name}_entreprise », par exemple.`,
      2,
    );
}

/** `delai_moyen` → `delaiMoyen`. */
export function camelCase(name: string): string {
  return name.replace(/[_-](.)/g, (_, letter: string) => letter.toUpperCase());
}

/** `delai_moyen` → « Delai moyen ». */
export function sentence(name: string): string {
  const words = name.replace(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the person probably meant: the same words as the style writes them. */
export function proposal(typed: string, style: Style): string {
  const { separator } = STYLES[style];
  const words = typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const joined = words.join(separator).replace(/^[0-9_-]+/, "");
  const cut = joined.slice(0, LONGEST).replace(/[_-]$/, "");
  return cut.length < 3 ? `mon${separator}${cut || "nom"}` : cut;
}

function neighbour(name: string, taken: readonly string[]): string {
  const others = taken.filter((other) => other !== name);
  return closest(name, others) ?? name;
}

function isKeyword(name: string): boolean {
  try {
    new Script(`"use strict"; const ${camelCase(name)} = 0;`);
    return false;
  } catch {
    return true;
  }
}

async function isReserved(name: string): Promise<boolean> {
  const rows = await withDuckDB((connection) =>
    queryRows<{ word: string }>(
      connection,
      "SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category = 'reserved'",
    ),
  );
  return rows.some(({ word }) => word === name);
}

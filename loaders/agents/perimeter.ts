import { VigieError } from "../../src/lib/error.js";
import { DEPARTEMENTS, REGIONS } from "../geography.js";

/** What a site of agents covers: a région, some départements, or France as a whole. */
export interface Perimeter {
  /** Names files and the lock’s entries: `reg-27`, `dep-75-92`, `FR`. */
  key: string;
  /** « Bourgogne-Franche-Comté », « Paris, Hauts-de-Seine », « France entière ». */
  label: string;
  /** Codes of its départements, in order; `undefined` for France, which leaves nobody out. */
  departements: readonly string[] | undefined;
}

const FRANCE: Perimeter = { key: "FR", label: "France entière", departements: undefined };

const DEPARTEMENT_MARK = /^dep:/i;

/**
 * Reads a perimeter: nothing for France, one code for a région (`27`), codes with commas for
 * départements (`75,92`), one département being `27,` or `dep:27`. Throws a VigieError that lists
 * the valid codes.
 */
export function parsePerimeter(text: string | undefined): Perimeter {
  if (text === undefined) return FRANCE;
  const isList = text.includes(",") || DEPARTEMENT_MARK.test(text);
  if (!isList) return region(text.trim(), text);
  const codes = text.replace(DEPARTEMENT_MARK, "").split(",");
  return departements(
    codes.map((code) => code.trim().toUpperCase()).filter((code) => code !== ""),
    text,
  );
}

function region(code: string, text: string): Perimeter {
  const found = REGIONS.find((one) => one.code === code);
  if (!found) throw unknown(text, `« ${code} » n’est pas un code de région`, REGIONS);
  const inside = DEPARTEMENTS.filter((one) => one.region === code).map((one) => one.code);
  return { key: `reg-${code}`, label: found.nom, departements: inside.sort() };
}

function departements(codes: readonly string[], text: string): Perimeter {
  if (codes.length === 0) throw unknown(text, "aucun code de département", DEPARTEMENTS);
  const unheard = codes.find((code) => !DEPARTEMENTS.some((one) => one.code === code));
  if (unheard !== undefined) {
    throw unknown(text, `« ${unheard} » n’est pas un code de département`, DEPARTEMENTS);
  }
  const inside = [...new Set(codes)].sort();
  const names = inside.map((code) => DEPARTEMENTS.find((one) => one.code === code)!.nom);
  return { key: `dep-${inside.join("-")}`, label: names.join(", "), departements: inside };
}

function unknown(
  text: string,
  why: string,
  valid: readonly { code: string; nom: string }[],
): VigieError {
  const list = valid.map(({ code, nom }) => `${code} ${nom}`).join(", ");
  return new VigieError(
    "unknown-perimeter",
    `--perimeter ${text} : ${why}`,
    `Une région s’écrit 27, des départements 75,92, un seul département dep:27. Codes valides : ${list}.`,
    2,
  );
}

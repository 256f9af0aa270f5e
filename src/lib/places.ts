import type { Territory } from "./tables.js";

type Prepositions = Readonly<Record<string, string>>;

/** Régions that do not take « en », by code of the Code officiel géographique. */
const REGIONS: Prepositions = {
  "04": "à ",
  "06": "à ",
  "32": "dans les ",
  "44": "dans le ",
  "52": "dans les ",
};

/** Départements that do not take « en », by preposition: use follows the article (Grevisse, § 1051). */
const DEPARTEMENTS: Prepositions = Object.fromEntries(
  Object.entries({
    "à ": "75 974 976",
    "dans la ": "26 42 50 51 55 58 72 80 86",
    "dans le ": "14 15 18 25 29 30 32 39 41 45 46 56 59 62 63 67 68 69 81 83 84 90 94 95",
    "dans les ": "04 05 06 08 13 22 40 64 65 66 78 79 88 92",
    "dans l’": "01 02 03 10 12 27 34 36 60 61 89",
  }).flatMap(([preposition, codes]) => codes.split(" ").map((code) => [code, preposition])),
);

/** « en Bretagne », « dans le Grand Est », « à La Réunion », « dans l’Ain »; France and any other take « en ». */
export function inPlace({
  code,
  name,
  level,
}: Pick<Territory, "code" | "name"> & { level?: Territory["level"] }): string {
  const prepositions = level === "departement" ? DEPARTEMENTS : REGIONS;
  return `${prepositions[code] ?? "en "}${name}`;
}

/** Regions that do not take « en », by code of the Code officiel géographique. */
const PREPOSITIONS: Readonly<Record<string, string>> = {
  "04": "à",
  "06": "à",
  "32": "dans les",
  "44": "dans le",
  "52": "dans les",
};

/** « en Bretagne », « dans le Grand Est », « à La Réunion »; France and any other take « en ». */
export function inPlace({ code, name }: { code: string; name: string }): string {
  return `${PREPOSITIONS[code] ?? "en"} ${name}`;
}

/**
 * The 21 sections of the NAF rév. 2 (décret n° 2007-1888, INSEE), with a short label for charts.
 * The short labels are ours; the long ones are INSEE's.
 */
export interface Section {
  code: string;
  label: string;
  short: string;
  /** First and last division (two digits) of the section. */
  divisions: readonly [number, number];
}

export const SECTIONS: readonly Section[] = [
  {
    code: "A",
    label: "Agriculture, sylviculture et pêche",
    short: "Agriculture",
    divisions: [1, 3],
  },
  {
    code: "B",
    label: "Industries extractives",
    short: "Industries extractives",
    divisions: [5, 9],
  },
  { code: "C", label: "Industrie manufacturière", short: "Industrie", divisions: [10, 33] },
  {
    code: "D",
    label: "Production et distribution d’électricité, de gaz, de vapeur et d’air conditionné",
    short: "Énergie",
    divisions: [35, 35],
  },
  {
    code: "E",
    label: "Production et distribution d’eau ; assainissement, gestion des déchets et dépollution",
    short: "Eau et déchets",
    divisions: [36, 39],
  },
  { code: "F", label: "Construction", short: "Construction", divisions: [41, 43] },
  {
    code: "G",
    label: "Commerce ; réparation d’automobiles et de motocycles",
    short: "Commerce",
    divisions: [45, 47],
  },
  { code: "H", label: "Transports et entreposage", short: "Transports", divisions: [49, 53] },
  {
    code: "I",
    label: "Hébergement et restauration",
    short: "Hébergement-restauration",
    divisions: [55, 56],
  },
  {
    code: "J",
    label: "Information et communication",
    short: "Information-communication",
    divisions: [58, 63],
  },
  {
    code: "K",
    label: "Activités financières et d’assurance",
    short: "Finance et assurance",
    divisions: [64, 66],
  },
  { code: "L", label: "Activités immobilières", short: "Immobilier", divisions: [68, 68] },
  {
    code: "M",
    label: "Activités spécialisées, scientifiques et techniques",
    short: "Services spécialisés",
    divisions: [69, 75],
  },
  {
    code: "N",
    label: "Activités de services administratifs et de soutien",
    short: "Services de soutien",
    divisions: [77, 82],
  },
  { code: "O", label: "Administration publique", short: "Administration", divisions: [84, 84] },
  { code: "P", label: "Enseignement", short: "Enseignement", divisions: [85, 85] },
  {
    code: "Q",
    label: "Santé humaine et action sociale",
    short: "Santé et action sociale",
    divisions: [86, 88],
  },
  {
    code: "R",
    label: "Arts, spectacles et activités récréatives",
    short: "Arts et spectacles",
    divisions: [90, 93],
  },
  {
    code: "S",
    label: "Autres activités de services",
    short: "Autres services",
    divisions: [94, 96],
  },
  {
    code: "T",
    label: "Activités des ménages en tant qu’employeurs",
    short: "Ménages employeurs",
    divisions: [97, 98],
  },
  {
    code: "U",
    label: "Activités extra-territoriales",
    short: "Extra-territorial",
    divisions: [99, 99],
  },
];

/** Section letter of an APE code such as `52.21Z`, `undefined` when its division does not exist. */
export function sectionOfApe(ape: string): string | undefined {
  const division = Number.parseInt(ape.slice(0, 2), 10);
  return SECTIONS.find(({ divisions: [first, last] }) => division >= first && division <= last)
    ?.code;
}

/** SQL twin of {@link sectionOfApe}, from the same table. */
export function sectionOfApeSql(ape: string): string {
  const division = `try_cast(substr(${ape}, 1, 2) AS INTEGER)`;
  const cases = SECTIONS.map(
    ({ code, divisions: [first, last] }) =>
      `WHEN ${division} BETWEEN ${first} AND ${last} THEN '${code}'`,
  );
  return `CASE ${cases.join(" ")} END`;
}

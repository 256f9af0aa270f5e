import { SECTIONS } from "./sections.js";

/** Aggregated levels of the NAF rév. 2 (INSEE, « Niveaux d’agrégation de la NAF rév. 2 »), coarsest first. */
export const NAF_LEVELS = ["A10", "A21", "A38", "A88"] as const;
export type NafLevel = (typeof NAF_LEVELS)[number];

/** Code and name of the total of every sector. */
export const ALL_SECTORS = "Total";

/** A group of divisions that one or more levels of the NAF single out. */
export interface NafNode {
  /** Its code in the tables: the letter of a section where it is one, then A10, A38, A88. */
  code: string;
  label: string;
  /** The smallest group that holds it; null for the total. */
  parent: string | null;
  /** First and last division (two digits). */
  divisions: readonly [number, number];
  /** Its official code at each level that has it: section F is `FZ` in A10 and in A38. */
  codes: Readonly<Partial<Record<NafLevel, string>>>;
}

type Row = readonly [code: string, label: string, first: number, last: number];

/** A10, in the order of the divisions. Labels are INSEE's, shortened. */
const A10: readonly Row[] = [
  ["AZ", "Agriculture", 1, 3],
  ["BE", "Industrie, énergie, eau et déchets", 5, 39],
  ["FZ", "Construction", 41, 43],
  ["GI", "Commerce, transports, hébergement et restauration", 45, 56],
  ["JZ", "Information et communication", 58, 63],
  ["KZ", "Finance et assurance", 64, 66],
  ["LZ", "Immobilier", 68, 68],
  ["MN", "Services aux entreprises", 69, 82],
  ["OQ", "Administration, enseignement, santé et action sociale", 84, 88],
  ["RU", "Autres services", 90, 99],
];

/** A38. Labels are INSEE's, shortened. */
const A38: readonly Row[] = [
  ["AZ", "Agriculture, sylviculture et pêche", 1, 3],
  ["BZ", "Industries extractives", 5, 9],
  ["CA", "Industries agroalimentaires", 10, 12],
  ["CB", "Textile, habillement, cuir", 13, 15],
  ["CC", "Bois, papier, imprimerie", 16, 18],
  ["CD", "Cokéfaction et raffinage", 19, 19],
  ["CE", "Industrie chimique", 20, 20],
  ["CF", "Industrie pharmaceutique", 21, 21],
  ["CG", "Caoutchouc, plastique, minéraux non métalliques", 22, 23],
  ["CH", "Métallurgie et produits métalliques", 24, 25],
  ["CI", "Informatique, électronique, optique", 26, 26],
  ["CJ", "Équipements électriques", 27, 27],
  ["CK", "Machines et équipements", 28, 28],
  ["CL", "Matériels de transport", 29, 30],
  ["CM", "Autres industries, réparation et installation", 31, 33],
  ["DZ", "Énergie", 35, 35],
  ["EZ", "Eau, assainissement, déchets", 36, 39],
  ["FZ", "Construction", 41, 43],
  ["GZ", "Commerce et réparation automobile", 45, 47],
  ["HZ", "Transports et entreposage", 49, 53],
  ["IZ", "Hébergement et restauration", 55, 56],
  ["JA", "Édition, audiovisuel, diffusion", 58, 60],
  ["JB", "Télécommunications", 61, 61],
  ["JC", "Activités informatiques et services d’information", 62, 63],
  ["KZ", "Finance et assurance", 64, 66],
  ["LZ", "Immobilier", 68, 68],
  ["MA", "Conseil, ingénierie, contrôle, analyses", 69, 71],
  ["MB", "Recherche et développement", 72, 72],
  ["MC", "Publicité, études de marché, autres activités spécialisées", 73, 75],
  ["NZ", "Services administratifs et de soutien", 77, 82],
  ["OZ", "Administration publique", 84, 84],
  ["PZ", "Enseignement", 85, 85],
  ["QA", "Santé", 86, 86],
  ["QB", "Hébergement médico-social et action sociale", 87, 88],
  ["RZ", "Arts, spectacles, activités récréatives", 90, 93],
  ["SZ", "Autres services", 94, 96],
  ["TZ", "Ménages employeurs", 97, 98],
  ["UZ", "Activités extra-territoriales", 99, 99],
];

/** Divisions that exist, with INSEE's labels, shortened where they are long. */
const A88: readonly (readonly [division: number, label: string])[] = [
  [1, "Culture, élevage, chasse"],
  [2, "Sylviculture et exploitation forestière"],
  [3, "Pêche et aquaculture"],
  [5, "Extraction de houille et de lignite"],
  [6, "Extraction d’hydrocarbures"],
  [7, "Extraction de minerais métalliques"],
  [8, "Autres industries extractives"],
  [9, "Services de soutien aux industries extractives"],
  [10, "Industries alimentaires"],
  [11, "Boissons"],
  [12, "Produits à base de tabac"],
  [13, "Textiles"],
  [14, "Habillement"],
  [15, "Cuir et chaussure"],
  [16, "Bois et articles en bois"],
  [17, "Papier et carton"],
  [18, "Imprimerie et reproduction"],
  [19, "Cokéfaction et raffinage"],
  [20, "Industrie chimique"],
  [21, "Industrie pharmaceutique"],
  [22, "Caoutchouc et plastique"],
  [23, "Autres produits minéraux non métalliques"],
  [24, "Métallurgie"],
  [25, "Produits métalliques"],
  [26, "Produits informatiques, électroniques et optiques"],
  [27, "Équipements électriques"],
  [28, "Machines et équipements"],
  [29, "Industrie automobile"],
  [30, "Autres matériels de transport"],
  [31, "Meubles"],
  [32, "Autres industries manufacturières"],
  [33, "Réparation et installation de machines"],
  [35, "Électricité, gaz, vapeur et air conditionné"],
  [36, "Captage, traitement et distribution d’eau"],
  [37, "Eaux usées"],
  [38, "Déchets et récupération"],
  [39, "Dépollution"],
  [41, "Construction de bâtiments"],
  [42, "Génie civil"],
  [43, "Travaux de construction spécialisés"],
  [45, "Commerce et réparation d’automobiles"],
  [46, "Commerce de gros"],
  [47, "Commerce de détail"],
  [49, "Transports terrestres et par conduites"],
  [50, "Transports par eau"],
  [51, "Transports aériens"],
  [52, "Entreposage et services auxiliaires des transports"],
  [53, "Poste et courrier"],
  [55, "Hébergement"],
  [56, "Restauration"],
  [58, "Édition"],
  [59, "Cinéma, vidéo, télévision, musique"],
  [60, "Programmation et diffusion"],
  [61, "Télécommunications"],
  [62, "Programmation et conseil informatiques"],
  [63, "Services d’information"],
  [64, "Services financiers"],
  [65, "Assurance"],
  [66, "Activités auxiliaires de finance et d’assurance"],
  [68, "Activités immobilières"],
  [69, "Activités juridiques et comptables"],
  [70, "Sièges sociaux et conseil de gestion"],
  [71, "Architecture, ingénierie, contrôle"],
  [72, "Recherche-développement scientifique"],
  [73, "Publicité et études de marché"],
  [74, "Autres activités spécialisées"],
  [75, "Activités vétérinaires"],
  [77, "Location et location-bail"],
  [78, "Activités liées à l’emploi"],
  [79, "Agences de voyage"],
  [80, "Enquêtes et sécurité"],
  [81, "Services aux bâtiments et paysagisme"],
  [82, "Services administratifs et autres soutiens"],
  [84, "Administration publique et défense"],
  [85, "Enseignement"],
  [86, "Santé humaine"],
  [87, "Hébergement médico-social et social"],
  [88, "Action sociale sans hébergement"],
  [90, "Activités créatives et spectacle"],
  [91, "Bibliothèques, archives, musées"],
  [92, "Jeux de hasard et d’argent"],
  [93, "Sport et loisirs"],
  [94, "Organisations associatives"],
  [95, "Réparation d’ordinateurs et de biens personnels"],
  [96, "Autres services personnels"],
  [97, "Ménages employeurs de personnel domestique"],
  [98, "Ménages producteurs pour usage propre"],
  [99, "Organisations extra-territoriales"],
];

const ROWS: Readonly<Record<NafLevel, readonly Row[]>> = {
  A10,
  A21: SECTIONS.map(({ code, short, divisions: [first, last] }): Row => [code, short, first, last]),
  A38,
  A88: A88.map(
    ([division, label]): Row => [String(division).padStart(2, "0"), label, division, division],
  ),
};

/** Which level names a group that several levels single out. */
const NAMED_BY: readonly NafLevel[] = ["A21", "A10", "A38", "A88"];

/**
 * The total, then every group of divisions once, each after the group that holds it: a group that is
 * the same at two levels is one node, so that no sum has a single part.
 */
export const NAF_NODES: readonly NafNode[] = buildNodes();

function buildNodes(): NafNode[] {
  const found = new Map<string, NafNode>();
  const spans = NAF_LEVELS.flatMap((level) =>
    ROWS[level].map(([, , first, last]) => [first, last] as const),
  );
  for (const divisions of spans) {
    const key = divisions.join("-");
    if (!found.has(key)) found.set(key, nodeOf(divisions));
  }
  const nodes = [...found.values()].sort(
    ({ divisions: [a, b] }, { divisions: [c, d] }) => a - c || d - b,
  );
  const total: NafNode = {
    code: ALL_SECTORS,
    label: "Tous secteurs",
    parent: null,
    divisions: [1, 99],
    codes: {},
  };
  return [total, ...nodes.map((node) => ({ ...node, parent: parentOf(node, nodes) }))];
}

function nodeOf(divisions: readonly [number, number]): NafNode {
  const rows = new Map<NafLevel, Row>();
  for (const level of NAF_LEVELS) {
    const row = ROWS[level].find(
      ([, , first, last]) => first === divisions[0] && last === divisions[1],
    );
    if (row) rows.set(level, row);
  }
  const [code, label] = rows.get(NAMED_BY.find((level) => rows.has(level))!)!;
  const codes = Object.fromEntries([...rows].map(([level, [name]]) => [level, name]));
  return { code, label, parent: null, divisions, codes };
}

function parentOf({ divisions: [first, last] }: NafNode, nodes: readonly NafNode[]): string {
  const size = ({ divisions: [from, to] }: NafNode) => to - from;
  const holders = nodes.filter(
    ({ divisions: [from, to] }) => from <= first && to >= last && to - from > last - first,
  );
  return holders.sort((a, b) => size(a) - size(b))[0]?.code ?? ALL_SECTORS;
}

const BY_CODE = new Map(NAF_NODES.map((node) => [node.code, node]));

/** A node by its code in the tables. Throws a RangeError on a code that does not exist. */
export function nafNode(code: string): NafNode {
  const node = BY_CODE.get(code);
  if (!node) throw new RangeError(`unknown sector: ${code}`);
  return node;
}

/** The nodes of a level, in the order of the nomenclature. */
export function nodesOfLevel(level: NafLevel): NafNode[] {
  return NAF_NODES.filter(({ codes }) => codes[level] !== undefined);
}

/** The coarsest level that singles a node out; null for the total. */
export function levelOf({ codes }: NafNode): NafLevel | null {
  return NAF_LEVELS.find((level) => codes[level] !== undefined) ?? null;
}

/** SQL expression: code of the smallest node of an APE code such as `52.21Z`, NULL when its division does not exist. */
export function leafOfApeSql(ape: string): string {
  const parents = new Set(NAF_NODES.map(({ parent }) => parent));
  const cases = NAF_NODES.filter(({ code }) => !parents.has(code)).map(
    ({ code, divisions: [first, last] }) =>
      `WHEN try_cast(substr(${ape}, 1, 2) AS INTEGER) BETWEEN ${first} AND ${last} THEN '${code}'`,
  );
  return `CASE ${cases.join(" ")} END`;
}

/** Code of the A10 sector that holds a leaf. */
export function a10OfLeaf(leaf: string): string {
  return A10_OF_LEAF.get(leaf)!;
}

const A10_OF_LEAF = new Map(
  NAF_NODES.filter(({ code }) => code !== ALL_SECTORS).flatMap(({ code, divisions }) => {
    const a10 = nodesOfLevel("A10").find(
      ({ divisions: [from, to] }) => from <= divisions[0] && to >= divisions[1],
    );
    return a10 ? [[code, a10.code] as const] : [];
  }),
);

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface Row {
  code: string;
  nom: string;
  zone: "metro" | "drom" | "com";
}

export interface Region extends Row {
  /** Used in the addresses of pages: `bretagne`. */
  slug: string;
}

export interface Departement extends Row {
  region: string;
  /** Used in the addresses of pages: `cotes-d-armor`. */
  slug: string;
}

export interface Commune {
  code: string;
  nom: string;
  departement: string;
  region: string;
  population: number;
  codesPostaux: string[];
}

/** Lower case without accents, words joined by dashes. */
function slugify(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}

const isRegion = ({ zone }: Row): boolean => zone !== "com";

/** The 18 regions of the Code officiel géographique, by code (`@etalab/decoupage-administratif`). */
export const REGIONS: readonly Region[] = (
  require("@etalab/decoupage-administratif/data/regions.json") as Row[]
)
  .filter(isRegion)
  .map(({ code, nom, zone }) => ({ code, nom, zone, slug: slugify(nom) }));

/** The 101 départements, by code. */
export const DEPARTEMENTS: readonly Departement[] = (
  require("@etalab/decoupage-administratif/data/departements.json") as Omit<Departement, "slug">[]
)
  .filter(isRegion)
  .map(({ code, nom, zone, region }) => ({ code, nom, zone, region, slug: slugify(nom) }));

/** Present communes with their population; read on demand, the file is 12 MB. */
export function readCommunes(): Commune[] {
  const rows = require("@etalab/decoupage-administratif/data/communes.json") as (Commune & {
    type: string;
  })[];
  return rows.filter(({ type, departement }) => type === "commune-actuelle" && departement);
}

/**
 * True for a code of the Code officiel géographique: communes of today, delegated and associated
 * ones, arrondissements of Paris, Lyon and Marseille, communities overseas.
 */
export function isCommune(code: string): boolean {
  communeCodes ??= new Set(
    (require("@etalab/decoupage-administratif/data/communes.json") as { code: string }[]).map(
      (commune) => commune.code,
    ),
  );
  return communeCodes.has(code);
}

let communeCodes: ReadonlySet<string> | undefined;

/** SQL expression: region code of a département code. */
export function regionOfDepartementSql(departement: string): string {
  const cases = REGIONS.map(({ code }) => {
    const list = DEPARTEMENTS.filter(({ region }) => region === code).map((d) => `'${d.code}'`);
    return `WHEN ${departement} IN (${list.join(", ")}) THEN '${code}'`;
  });
  return `CASE ${cases.join(" ")} END`;
}

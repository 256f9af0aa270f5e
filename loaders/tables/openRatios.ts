import type { OpenTable } from "../../src/lib/diffusion/openTable.js";
import { financialRatio } from "../../src/lib/ratios.js";
import type { RatioQuantiles } from "../../src/lib/tables.js";
import { SHARES } from "./ratioCohorts.js";

/** Class of turnover of a cohort of all of them. */
const EVERY_TURNOVER = "total";

/** Quantiles of the financial ratios, as open data. */
export function openRatios(rows: readonly RatioQuantiles[]): OpenTable {
  return {
    name: "ratios",
    label: "Quantiles des ratios financiers, par secteur, chiffre d’affaires et exercice",
    description:
      "Déciles extrêmes, quartiles et médiane des ratios financiers des comptes publics des entreprises suivies, par secteur (jusqu’à la sous-classe de la NAF), classe de chiffre d’affaires et exercice. Valeurs à trois chiffres significatifs, effectifs arrondis à cinq ; les petites cohortes ne sont pas publiées.",
    source: "INPI et Banque de France, ratios financiers",
    columns: [
      { name: "ratio", type: "string", description: "Ratio financier", unit: "code" },
      { name: "secteur", type: "string", description: "Secteur ou sous-classe", unit: "code" },
      {
        name: "chiffre_d_affaires",
        type: "string",
        description: "Classe de chiffre d’affaires, ou total",
        unit: "code",
      },
      { name: "exercice", type: "integer", description: "Exercice comptable", unit: "année" },
      {
        name: "entreprises",
        type: "integer",
        description: "Entreprises de la cohorte, arrondies à cinq",
        unit: "entreprises",
      },
      ...SHARES.map((share) => ({
        name: `q${Math.round(share * 100)}`,
        type: "number" as const,
        description: `Quantile à ${Math.round(share * 100)} %, dans l’unité du ratio`,
        unit: "unité du ratio",
        nullable: true,
        cell: true,
      })),
    ],
    key: ["ratio", "secteur", "chiffre_d_affaires", "exercice"],
    rows: rows.map(({ ratio, sector, turnover, year, cohort, quantiles }) => [
      financialRatio(ratio).id,
      sector,
      turnover ?? EVERY_TURNOVER,
      year,
      cohort,
      ...(quantiles ?? SHARES.map(() => "s" as const)),
    ]),
  };
}

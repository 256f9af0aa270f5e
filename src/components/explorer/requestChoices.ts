import { TERRITORY_LEVELS } from "../../lib/diffusion/publishedRows.js";
import { TERRITORY_LABELS } from "../../lib/explorer/scope.js";
import { FAMILIES, INDICATORS } from "../../lib/indicators.js";
import { ALL_SECTORS, NAF_LEVELS, type NafLevel, nafNode, nodesOfLevel } from "../../lib/naf.js";
import type { Territory } from "../../lib/tables.js";
import type { ChoiceGroup } from "../groupedField.js";

/** Every indicator, by family. */
export function indicatorGroups(): ChoiceGroup[] {
  return Object.entries(FAMILIES).map(([family, label]) => ({
    label,
    choices: INDICATORS.filter((one) => one.family === family).map(({ id, label: words }) => ({
      value: id,
      label: words,
    })),
  }));
}

/** All territories of a level, then each région and each département. */
export function territoryGroups(territories: readonly Territory[]): ChoiceGroup[] {
  const one = (level: Territory["level"]) =>
    territories
      .filter((territory) => territory.level === level)
      .map(({ code, name }) => ({
        value: `${level}:${code}`,
        label: level === "departement" ? `${code} ${name}` : name,
      }));
  return [
    {
      label: "Ensemble",
      choices: TERRITORY_LEVELS.map((level) => ({ value: level, label: TERRITORY_LABELS[level] })),
    },
    { label: "Une région", choices: one("region") },
    { label: "Un département", choices: one("departement") },
  ];
}

const LEVEL_WORDS: Readonly<Record<NafLevel, string>> = {
  A10: "grands secteurs",
  A21: "sections",
  A38: "branches",
  A88: "divisions",
};

/** The total, all sectors of a level, then each section and each A38 sector that is not one. */
export function sectorGroups(): ChoiceGroup[] {
  const sections = nodesOfLevel("A21");
  const codes = new Set(sections.map(({ code }) => code));
  const branches = nodesOfLevel("A38").filter(({ code }) => !codes.has(code));
  const choice = ({ code, label }: { code: string; label: string }) => ({ value: code, label });
  return [
    {
      label: "Ensemble",
      choices: [
        choice(nafNode(ALL_SECTORS)),
        ...NAF_LEVELS.map((level) => ({
          value: level,
          label: `Les ${nodesOfLevel(level).length} ${LEVEL_WORDS[level]} (${level})`,
        })),
      ],
    },
    { label: "Une section", choices: sections.map(choice) },
    { label: "Une branche", choices: branches.map(choice) },
  ];
}

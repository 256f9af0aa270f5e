import { SECTIONS } from "../sections.js";
import { SIZE_CLASSES } from "../sizeClasses.js";

/** What is known of a company that errors are told by. */
export interface SegmentedCompany {
  section: string | null;
  region: string | null;
  effectif: number | null;
  /** In years. */
  age: number | null;
}

/** A way of putting companies in groups; null when the company is in none. */
export interface Segmentation {
  name: string;
  label: string;
  segment: (company: SegmentedCompany) => string | null;
}

/** In years, lower bounds. */
const AGES = [
  { from: 20, label: "20 ans ou plus" },
  { from: 10, label: "10 à 20 ans" },
  { from: 5, label: "5 à 10 ans" },
  { from: 0, label: "moins de 5 ans" },
] as const;

/** Groups that errors are looked at by; `regions` gives the name of each code. */
export const segmentations = (regions: ReadonlyMap<string, string>): Segmentation[] => [
  {
    name: "section",
    label: "secteur",
    segment: ({ section }) => SECTIONS.find(({ code }) => code === section)?.label ?? null,
  },
  {
    name: "taille",
    label: "taille",
    segment: ({ effectif }) =>
      effectif === null
        ? null
        : (SIZE_CLASSES.find(({ from, to }) => effectif >= from && effectif <= to)?.label ?? null),
  },
  {
    name: "age",
    label: "âge",
    segment: ({ age }) =>
      age === null ? null : (AGES.find(({ from }) => age >= from)?.label ?? null),
  },
  {
    name: "region",
    label: "région",
    segment: ({ region }) => (region === null ? null : (regions.get(region) ?? region)),
  },
];

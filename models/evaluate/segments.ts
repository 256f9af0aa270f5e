import { REGIONS } from "../../loaders/geography.js";
import type { Dimension } from "../../src/lib/evaluation.js";
import { category, type Frame, measure } from "../../src/lib/fit/frame.js";
import { SECTIONS } from "../../src/lib/sections.js";

/** By dimension: the code of each row (empty when unknown), and the segments in order. */
export type Segmentation = Partial<
  Record<Dimension, { codes: string[]; labels: readonly [code: string, label: string][] }>
>;

/** Columns the segments are made from; a file without one has no segment of that kind. */
export const SEGMENT_COLUMNS = {
  measures: ["effectif", "age_entreprise"],
  categories: ["section", "region"],
} as const;

interface Class {
  code: string;
  label: string;
  /** First value that is too large for it. */
  below: number;
}

/** Bounds of French business statistics: 50 employees end the small companies, 250 the medium ones (décret n° 2008-1354); 20 is ours. */
const SIZES: readonly Class[] = [
  { code: "1-19", label: "Moins de 20 salariés", below: 20 },
  { code: "20-49", label: "20 à 49 salariés", below: 50 },
  { code: "50-249", label: "50 à 249 salariés", below: 250 },
  { code: "250+", label: "250 salariés ou plus", below: Number.POSITIVE_INFINITY },
];

/** Three and five years are the survival marks of INSEE (enquête Sine); ten and twenty are ours. */
const AGES: readonly Class[] = [
  { code: "0-2", label: "Moins de 3 ans", below: 3 },
  { code: "3-4", label: "3 à 4 ans", below: 5 },
  { code: "5-9", label: "5 à 9 ans", below: 10 },
  { code: "10-19", label: "10 à 19 ans", below: 20 },
  { code: "20+", label: "20 ans ou plus", below: Number.POSITIVE_INFINITY },
];

/** Region, sector, size and age of some rows of a frame, as they were at the month. */
export function segmentsOf(frame: Frame, rows: Int32Array): Segmentation {
  const segments: Segmentation = {};
  const texts = (name: string) => Array.from(rows, (row) => category(frame, name)[row]!);
  const classes = (name: string, of: readonly Class[]) => ({
    codes: Array.from(rows, (row) => classOf(measure(frame, name)[row]!, of)),
    labels: of.map(({ code, label }): [string, string] => [code, label]),
  });
  if (frame.categories.has("region")) {
    segments.region = {
      codes: texts("region"),
      labels: REGIONS.map(({ code, nom }) => [code, nom]),
    };
  }
  if (frame.categories.has("section")) {
    segments.secteur = {
      codes: texts("section"),
      labels: SECTIONS.map(({ code, short }) => [code, short]),
    };
  }
  if (frame.measures.has("effectif")) segments.taille = classes("effectif", SIZES);
  if (frame.measures.has("age_entreprise")) segments.age = classes("age_entreprise", AGES);
  return segments;
}

function classOf(value: number, classes: readonly Class[]): string {
  return classes.find(({ below }) => value < below)?.code ?? "";
}

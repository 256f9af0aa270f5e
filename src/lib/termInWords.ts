import type { Contribution } from "./agents.js";
import { formatNumber, formatPercent, NARROW_SPACE } from "./format/number.js";
import { formatCount } from "./format/plural.js";
import type { Term } from "./model.js";

/** Names of categories, whose terms are named after their levels. */
const CATEGORIES: Readonly<Record<string, string>> = { section: "Secteur d’activité" };

const MISSING = "non renseigné";

interface Reading {
  label?: string;
  text: (value: number) => string;
}

/** Variables that are not read as they are computed: a logarithm, shares without unit. */
const READINGS: Readonly<Record<string, Reading>> = {
  effectif_log: {
    label: "Taille de l’entreprise",
    text: (value) => formatCount(Math.round(Math.exp(value)), "salarié"),
  },
  effectif_variation_6m: { text: signedShare },
  effectif_variation_12m: { text: signedShare },
  ratio_apart_ordinaire: { text: (value) => formatPercent(100 * value) },
};

/** What a variable is called where its terms are added up. */
export function signLabel({ feature, label, transform }: Term): string {
  if (transform.kind === "level") return CATEGORIES[feature] ?? feature;
  return READINGS[feature]?.label ?? label.replace(/ : non renseigné$/, "");
}

/** What a term says of a company, as a line of its explanation. */
export function contributionOf(
  term: Term,
  value: number | null,
  contribution: number,
): Contribution {
  const { name, feature, group } = term;
  const [label, words] = [signLabel(term), termInWords(term, value)];
  return { term: name, feature, group, label, words, contribution };
}

/**
 * The value of a term in words, empty when the term has nothing to say of this company: a level
 * that is not its own, a missing mark for a value that is known.
 */
export function termInWords(
  { feature, label, unit, transform }: Term,
  value: number | null,
): string {
  switch (transform.kind) {
    case "level":
      return value === 1 ? label : "";
    case "missing":
      return "";
    case "indicator":
      return value === null ? MISSING : value === 1 ? "oui" : "non";
    case "standardised":
      return value === null ? MISSING : measureInWords(feature, unit, value);
    case "intercept":
      return "";
  }
}

function measureInWords(feature: string, unit: string, value: number): string {
  const reading = READINGS[feature];
  if (reading) return reading.text(value);
  if (unit === "") return formatNumber(value, 2);
  return `${formatNumber(value, 1)}${NARROW_SPACE}${unit}`;
}

function signedShare(value: number): string {
  return `${value > 0 ? "+" : ""}${formatPercent(100 * value)}`;
}

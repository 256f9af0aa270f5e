import type { ListFacts } from "../agents.js";
import { folded } from "../format/folded.js";
import type { Level } from "../levels.js";
import { legalFamily } from "./legalForms.js";

/** What filters read of a company; what the rights do not give is absent, and lets no one through. */
export interface Filterable extends ListFacts {
  siren: string;
  name: string;
  commune: string | null;
  /** Départements of an active establishment, or that of the head office. */
  present: readonly string[];
  legalCategory: string | null;
  section: string | null;
  ape: string | null;
  apeLabel: string | null;
  effectif: number | null;
  debt?: number | null;
  procol: string | null;
  level: Level;
}

/** Choices of the reader of a list (domain §5.2); empty, false and undefined let everyone through. */
export interface Filters {
  level: string;
  departement: string;
  section: string;
  /** Family of legal categories, two digits. */
  form: string;
  /** Label of a proceeding, or {@link IN_BONIS}. */
  procol: string;
  /** Sought in name, siren, commune and activity, whatever the accents. */
  text: string;
  /** Least headcount and debt (euros); a company whose own is unknown is left out. */
  effectif: number | undefined;
  debt: number | undefined;
  firstAlerts: boolean;
  withoutRecent: boolean;
  withoutPlan: boolean;
  retraitee: boolean;
}

/** Said of a company without any proceeding under way. */
export const IN_BONIS = "In bonis";

export const EVERYONE: Filters = {
  level: "",
  departement: "",
  section: "",
  form: "",
  procol: "",
  text: "",
  effectif: undefined,
  debt: undefined,
  firstAlerts: false,
  withoutRecent: false,
  withoutPlan: false,
  retraitee: false,
};

/** Companies that pass every filter, in the order given. */
export function filterCompanies<Company extends Filterable>(
  companies: readonly Company[],
  filters: Filters,
): Company[] {
  const words = folded(filters.text).split(" ").filter(Boolean);
  return companies.filter(
    (one) =>
      isChosen(one, filters) && isLarge(one, filters) && isMarked(one, filters) && says(one, words),
  );
}

function isChosen(
  one: Filterable,
  { level, departement, section, form, procol }: Filters,
): boolean {
  return (
    (!level || one.level === level) &&
    (!departement || one.present.includes(departement)) &&
    (!section || one.section === section) &&
    (!form || (one.legalCategory !== null && legalFamily(one.legalCategory) === form)) &&
    (!procol || (one.procol ?? IN_BONIS) === procol)
  );
}

function isLarge({ effectif, debt }: Filterable, least: Filters): boolean {
  return reaches(effectif, least.effectif) && reaches(debt, least.debt);
}

const reaches = (value: number | null | undefined, least: number | undefined): boolean =>
  least === undefined || (value !== null && value !== undefined && value >= least);

function isMarked(one: Filterable, filters: Filters): boolean {
  return (
    (!filters.firstAlerts || one.firstAlert !== null) &&
    (!filters.withoutRecent || !one.recent) &&
    (!filters.withoutPlan || one.plan === false) &&
    (!filters.retraitee || one.retraitee === true)
  );
}

function says({ name, siren, commune, ape, apeLabel }: Filterable, words: string[]): boolean {
  if (words.length === 0) return true;
  const searched = folded([name, siren, commune, ape, apeLabel].join(" "));
  return words.every((word) => searched.includes(word));
}

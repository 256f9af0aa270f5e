import type { Group } from "../groups.js";

/** What a model says of a variable. */
export interface VariableWords {
  name: string;
  label: string;
  /** « € », « mois », « % »…; empty for a pure ratio, a flag or a category. */
  unit: string;
  group: Group;
}

/** The words of a variable by its name; throws on a name that does not exist. */
export type Describe = (name: string) => VariableWords;

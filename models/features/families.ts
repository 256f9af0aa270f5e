import { age } from "./age.js";
import { centralBankRatios } from "./centralBankRatios.js";
import { contributions } from "./contributions.js";
import { debt } from "./debt.js";
import { headcount } from "./headcount.js";
import { location } from "./location.js";
import { paymentDelays } from "./paymentDelays.js";
import { paymentPlans } from "./paymentPlans.js";
import { ratios } from "./ratios.js";
import { sector } from "./sector.js";
import { shortTimeWork } from "./shortTimeWork.js";
import type { Family, Variable } from "./variable.js";

/** In the order they are computed: each may read the tables of those before it. */
export const FAMILIES: readonly Family[] = [
  contributions,
  headcount,
  debt,
  shortTimeWork,
  paymentPlans,
  paymentDelays,
  ratios,
  centralBankRatios,
  sector,
  age,
  location,
];

/** Every column of the features that describes a company, in order. */
export const VARIABLES: readonly Variable[] = FAMILIES.flatMap(({ variables }) => variables);

/** The definition of a variable; throws on a name that does not exist, a mistake of the caller. */
export function variable(name: string): Variable {
  const found = VARIABLES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`unknown variable: ${name}`);
  return found;
}

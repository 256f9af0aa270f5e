import { CURRENT } from "./current.js";
import { psf2021 } from "./psf2021.js";
import { RECOVERY_2022 } from "./recovery2022.js";
import type { Rule } from "./rule.js";

/** Every adjustment there ever was, in the order of the lists they were made for. */
export const RULES: readonly Rule[] = [psf2021, ...RECOVERY_2022, ...CURRENT];
